// @ts-check
/**
 * Notes the transitions and animations that run on elements, so that of a result on the screen it can be told when it comes to rest.
 *
 * @param {() => number} now the document's clock
 * @param {() => Promise<unknown>} nextFrame
 * @param {(target: EventTarget | null) => string | null} describe
 */
const trackAnimations = (now, nextFrame, describe) => {
  const later = window.setTimeout.bind(window);
  /** Kept a step. */
  const LIMIT = 200;
  /** How long after a paint what begins still belongs to it: an animation gets its time with the frame after the one that begins it. */
  const BEGINS_WITHIN = 50;
  /** How long to wait for an animation to get its time. */
  const PENDING = 100;
  /** Animations by name told of one result. */
  const TOLD = 10;
  /** @type {Animation[]} */
  let seen = [];
  /** @param {Animation[]} animations */
  const keep = animations => {
    for (const animation of animations) if (seen.length < LIMIT && !seen.includes(animation)) seen.push(animation);
  };
  for (const type of ['transitionrun', 'animationstart'])
    document.addEventListener(type, ({ target }) => { if (target instanceof Element) keep(target.getAnimations()); }, true);

  /** An element and all that it moves and fades with. @param {Element} element */
  const around = element => {
    /** @type {Set<Element>} */
    const all = new Set();
    for (/** @type {Node | null} */ let n = element; n; n = /** @type {any} */ (n).assignedSlot ?? n.parentNode ?? /** @type {any} */ (n).host ?? null)
      if (n instanceof Element) all.add(n);
    return all;
  };
  /** @param {Animation} animation */
  const target = animation => /** @type {KeyframeEffect | null} */ (animation.effect)?.target ?? null;
  /** One that ends by itself, and when, by the document's clock. @param {Animation} animation */
  const timed = animation => {
    const timing = animation.effect?.getComputedTiming();
    const start = Number(animation.startTime);
    const end = start + Number(timing?.endTime) / animation.playbackRate;
    if (!timing || animation.startTime === null || animation.timeline !== document.timeline || animation.playState === 'paused' || !(end > start) || end === Infinity) return null;
    return { animation, start, end, begins: start + (timing.delay ?? 0) / animation.playbackRate };
  };
  /** @param {any} animation */
  const nameOf = ({ transitionProperty, animationName, id }) =>
    (transitionProperty ? `transition ${transitionProperty}` : `animation ${animationName ?? id ?? ''}`).trim().slice(0, 200);
  /** @param {Element} element */
  const on = element => {
    const all = around(element);
    for (const one of all) keep(one.getAnimations());
    return seen.filter(animation => all.has(/** @type {Element} */ (target(animation))));
  };
  /** @param {Animation} animation */
  const runs = animation => animation.playState === 'running' && animation.effect?.getComputedTiming().endTime !== Infinity;

  return {
    /** A new step. */
    clear: () => { seen = []; },
    /** Whether anything that ends by itself runs on an element now. @param {Element} element */
    run: element => [...around(element)].some(one => one.getAnimations().some(runs)),
    /**
     * What ran on an element when it was painted, and what followed on that: by name, with its end. And when it faded in from nothing, its begin.
     * @param {Element} element @param {number} painted
     */
    since: async (element, painted) => {
      const animations = on(element);
      await Promise.race([Promise.all(animations.map(a => a.ready.catch(() => null))), new Promise(resolve => later(resolve, PENDING))]);
      let rest = painted;
      let fadesFrom = painted;
      /** @type {Array<{ what: string, target: string | null, end: number }>} */
      const settling = [];
      for (const one of animations.map(timed).filter(a => a !== null).sort((a, b) => a.start - b.start)) {
        if (one.end <= painted || one.start > rest + BEGINS_WITHIN) continue;
        rest = Math.max(rest, one.end);
        const effect = /** @type {KeyframeEffect} */ (one.animation.effect);
        if (Number(effect.getKeyframes()[0]?.opacity ?? 1) === 0) fadesFrom = Math.max(fadesFrom, one.begins);
        if (settling.length < TOLD) settling.push({ what: nameOf(one.animation), target: describe(effect.target), end: one.end });
      }
      return { settling, fadesFrom };
    },
    /** Waits until nothing that ends by itself runs on an element any more. @param {Element} element @param {number} atMost */
    rest: async (element, atMost) => {
      for (const until = now() + atMost; now() < until; await nextFrame()) {
        const running = on(element).filter(runs);
        if (running.length === 0) return 'rests';
        await Promise.race([Promise.all(running.map(a => a.finished.catch(() => null))), new Promise(resolve => later(resolve, until - now()))]);
      }
      return 'runs';
    },
  };
};
