// @ts-check
/**
 * Notes when what a step expects came to hold, where that can be told beforehand. An element that is there before its input may
 * change many times on its way: a spinner comes and goes, a row is added and saved later. What counts is the change that made the
 * expectation hold until the end, neither the first change nor the last.
 *
 * @typedef {{ kind: string, is: string, attribute: string | null }} State what an element, or how many, must be like
 * @typedef {{ at: number | null } & Partial<Brought>} Change
 * @typedef {{ find: () => Element[], mayBe: (() => boolean) | null, hasSelector: boolean, hidden: boolean, state: State | null, holds: boolean, lastShown?: Element, learn: (element: Element) => void,
 *   since: ({ time: number, unseen: number | null } & Change) | null, comes?: { boxed: number } & Change, isLookedAt: boolean, isDue: boolean,
 *   boxes: IntersectionObserver | null }} Expected
 *
 * @param {() => number} now the document's clock
 * @param {ReturnType<typeof trackFrames>} frames
 * @param {ReturnType<typeof trackAnimations>} animations
 */
const trackExpectations = (now, { afterPaint, soon }, animations) => {
  /** Elements looked at for one expectation: the first ones. */
  const ELEMENT_LIMIT = 20;
  /** Changes looked at in one frame: to read all texts would slow the page down. */
  const CHANGE_LIMIT = 100;
  /** Elements of a document looked at for shadow roots: one with more may have some. */
  const ELEMENTS_SEARCHED = 5000;
  const notLookedAt = { holds: false, since: null, isLookedAt: false, isDue: false, boxes: null };
  /** @type {Map<string, Expected>} by part: visible, text, hidden, or a state's kind */
  const expectations = new Map();
  // Pages replace these by their own.
  const { IntersectionObserver: Boxes } = window;
  const create = document.createElement.bind(document);

  let mayHaveShadows = false;
  /** Whether something may be in a shadow root: the driver finds it, style sheets and walks through the document do not. */
  const lookForShadows = () => {
    const all = document.getElementsByTagName('*');
    mayHaveShadows ||= all.length > ELEMENTS_SEARCHED;
    for (let n = 0; n < all.length && !mayHaveShadows; n++) mayHaveShadows = all[n].shadowRoot !== null;
    return mayHaveShadows;
  };
  /** @param {Element[]} elements @param {State} state */
  const isLike = (elements, { kind, is, attribute }) => {
    if (kind === 'count') return elements.length === Number(is);
    const [element] = elements;
    if (!element) return false;
    if (kind === 'value') return /** @type {HTMLInputElement} */ (element).value === is;
    if (kind === 'attribute') return element.getAttribute(attribute ?? '') === is;
    return element.matches(':disabled') === (kind === 'disabled');
  };
  /** Of what is to show, what can be seen; of what is to be hidden, what the driver takes for visible. @param {Expected} expected @returns {[boolean, Element | undefined]} whether it holds, and the element that shows */
  const check = expected => {
    if (expected.state) {
      const elements = expected.find();
      return [isLike(elements, expected.state), elements.at(-1)];
    }
    const shown = expected.find().find(element => isVisible(element) && (expected.hidden || isInSight(element)));
    return [!shown === expected.hidden, shown];
  };
  /**
   * Looks whether it holds by now. What has a box and can't be seen yet, since it fades or slides in, is looked at in each frame from then on:
   * no change tells when it comes into sight.
   * @param {Expected} expected @param {number} time the frame's
   * @param {(element: Element | undefined) => { at: number | null } & Partial<Brought>} change finds what can have shown an element
   */
  const update = (expected, time, change) => {
    const [holds, shown] = check(expected);
    if (holds && !expected.holds) {
      const { boxed, ...brought } = expected.comes ?? { boxed: null, ...change(shown ?? expected.lastShown) };
      expected.since = { time, unseen: boxed, ...brought };
    }
    const began = holds && !expected.holds;
    expected.holds = holds;
    expected.lastShown = shown;
    const coming = holds || expected.hidden ? undefined : expected.find().find(isVisible);
    // What only stands by out of sight comes with the change that sets it in motion.
    if (!coming || !expected.isLookedAt) expected.comes = coming && { boxed: time, ...change(coming) };
    expected.isLookedAt = coming !== undefined && animations.run(coming);
    if (expected.isLookedAt && !expected.isDue) {
      expected.isDue = true;
      afterPaint(next => {
        expected.isDue = false;
        if ([...expectations.values()].includes(expected)) update(expected, next, change);
      });
    }
    if (began) news.tell();
  };
  /**
   * What a pseudo-class, a style sheet or the top layer shows changes no document: the browser tells, once a frame, which of the
   * elements have got a box or lost it.
   * @param {Expected} expected
   */
  const watchBoxes = expected => {
    const boxes = new Boxes(() => update(expected, now(), () => ({ at: null })), { rootMargin: '1000000px' });
    for (const element of expected.find()) boxes.observe(element);
    return boxes;
  };

  const news = trackNews(soon, part => expectations.get(part), expected => check(expected)[0], () => mayHaveShadows);

  return {
    /** Looks once at an element of its own, which is in no document: that needs no layout. */
    warmUp: () => {
      const sample = create('i');
      sample.textContent = 'a';
      smallestWith(sample, 'a');
      animations.run(sample);
      update({ ...notLookedAt, find: () => [sample], learn: () => {}, mayBe: null, hasSelector: false, hidden: false, state: null }, 0, () => ({ at: null }));
    },
    /** A shadow root is made. */
    shadowed: () => { mayHaveShadows = true; },
    clear: () => {
      for (const { boxes } of expectations.values()) boxes?.disconnect();
      expectations.clear();
      news.clear();
    },
    /**
     * @param {string} part which part of what the step expects: visible, text or hidden
     * @param {string | null} selector how it is found, where style sheets can tell
     * @param {string | null} text the text that it must contain
     * @param {boolean} any whether any element with that text will do
     * @param {Element[] | null} found those that are there, where the driver has looked
     * @param {State | null} state what they must be like, where to be visible is not the question
     * @returns {string} 'holds' where it holds already, else 'waits'; with a '?' where that is so only if the driver finds none, and what it finds is to be told
     */
    watch: (part, selector, text, any, found, state = null) => {
      const limit = state?.kind === 'count' ? Infinity : ELEMENT_LIMIT;
      const first = (found ?? []).slice(0, limit);
      const wanted = text === null ? null : normalized(text);
      let find = () => first;
      /** Whether the driver may see it already; nothing where the page can't tell. @type {(() => boolean) | null} */
      let mayBe = null;
      try {
        if (selector !== null && document.querySelector(selector) !== undefined) {
          find = () => [...document.querySelectorAll(selector)].slice(0, limit);
          mayBe = () => document.querySelector(selector) !== null;
        }
      } catch { /* a selector of the driver's own: those that are there will have to do */ }
      if (mayBe === null && any && wanted !== null) mayBe = () => isInDocument(wanted);
      // What is in shadow roots only the driver finds, and a page that is still read may get some.
      if (document.readyState === 'loading' || lookForShadows()) mayBe = null;
      const isOpen = found === null && find() === first && mayBe?.() !== false;
      const hasText = (/** @type {Element} */ e) => wanted === null || normalized(textOf(e)).includes(wanted);
      /** @type {Expected} */
      const expected = {
        ...notLookedAt, find: () => find().filter(hasText), mayBe, hasSelector: find() !== first, hidden: part === 'hidden', state,
        // An element may get the text only now, and go on changing afterwards.
        learn: element => {
          if (!any || wanted === null) return;
          for (const one of smallestWith(element, wanted)) {
            if (first.includes(one)) continue;
            // A page that draws itself anew again and again leaves those before behind.
            if (first.length === ELEMENT_LIMIT) first.splice(0, ELEMENT_LIMIT, ...first.filter(e => e.isConnected));
            if (first.length < ELEMENT_LIMIT) first.push(one);
          }
        },
      };
      [expected.holds, expected.lastShown] = check(expected);
      expectations.get(part)?.boxes?.disconnect();
      expectations.set(part, expected);
      expected.boxes = watchBoxes(expected);
      return (expected.holds ? 'holds' : 'waits') + (isOpen ? '?' : '');
    },
    /**
     * A frame was painted.
     * @param {number} time
     * @param {Array<[Node, unknown, number]>} changes what it shows: node, kind and instant
     * @param {Map<number, Brought>} broughtBy what brought the changes of an instant
     */
    painted: (time, changes, broughtBy) => {
      // The map is emptied after the frame, and what comes into sight later is asked about later.
      const brought = new Map(broughtBy);
      /** Each once, however often it was changed. @type {Set<Element>} */
      const changed = new Set();
      for (const [node] of changes.slice(0, CHANGE_LIMIT)) {
        const element = node instanceof Element ? node : node.parentElement;
        if (element) changed.add(element);
      }
      for (const expected of expectations.values()) {
        if (!expected.holds) for (const element of changed) expected.learn(element);
        update(expected, time, element => {
          // Of the frame's changes, the last that can have done it.
          const near = element ? changes.filter(([node]) => node.contains(element) || element.contains(node)) : [];
          const at = (near.at(-1) ?? changes.at(-1))?.[2] ?? time;
          return { at, ...brought.get(at) };
        });
      }
      news.painted(changes.length > 0);
    },
    news: news.wait,
    /** Whether it is known to hold. @param {string} part */
    holds: part => expectations.get(part)?.holds ?? true,
    /** Whether it has a box and is on its way into sight. @param {string} part */
    comes: part => expectations.get(part)?.isLookedAt ?? false,
    /** The element that shows; nothing where none does, or none should. @param {string} part */
    shownBy: part => expectations.get(part)?.hidden ? undefined : expectations.get(part)?.lastShown,
    /** Since when it holds; nothing where it always did, or does not. @param {string} part */
    since: part => {
      const expected = expectations.get(part);
      return expected?.holds ? expected.since : null;
    },
  };
};
