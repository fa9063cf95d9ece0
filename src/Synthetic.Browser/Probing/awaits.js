// @ts-check
/**
 * Watches what a step waits for, where that can be told beforehand. An element that is there before its input may change
 * many times on its way: a spinner comes and goes, a row is added and saved later. What counts is the change with which the
 * wait was over, and neither the first nor the last.
 */
const watchAwaited = () => {
  /** Of more elements than this the first speak. */
  const LOOKS = 20;
  /** Of more changes in a frame than this too: to read all texts would slow the page down. */
  const CHANGES = 100;
  /** @typedef {{ find: () => Element[], hidden: boolean, held: boolean, last?: Element,
   *   learn: (node: Node) => void, came: { time: number, at: number } | null }} Awaited */
  /** @type {Map<string, Awaited>} */
  const awaited = new Map();

  /** @param {string} s */
  const plain = s => s.replace(/\s+/g, ' ').trim().toLowerCase();
  /** As the driver means it. @param {Element} element */
  const isVisible = element => {
    if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0;
  };
  /** @param {Awaited} one @returns {[boolean, Element | undefined]} */
  const look = one => {
    const shown = one.find().find(isVisible);
    return [!shown === one.hidden, shown];
  };

  return {
    plain,
    clear: () => awaited.clear(),
    /**
     * @param {string} what which part of what the step expects: visible, text or hidden
     * @param {string | null} selector how it is found, where style sheets can tell
     * @param {string | null} text what it has to say
     * @param {Element[]} found those that are there
     */
    watch: (what, selector, text, found) => {
      const first = found.slice(0, LOOKS);
      let find = () => first;
      try {
        if (selector !== null && document.querySelector(selector) !== undefined)
          find = () => [...document.querySelectorAll(selector)].slice(0, LOOKS);
      } catch { /* a selector of the driver's own: those that are there will have to do */ }
      const wanted = text === null ? null : plain(text);
      const says = (/** @type {Element} */ e) => wanted === null || plain(e.textContent ?? '').includes(wanted);
      /** @type {Awaited} */
      const one = {
        find: () => find().filter(says), hidden: what === 'hidden', held: false, came: null,
        // A text may stand in what only now comes to have it; and go on changing afterwards.
        learn: node => {
          const element = node instanceof Element ? node : node.parentElement;
          if (what === 'text' && first.length < LOOKS && element && says(element) && !first.includes(element)) first.push(element);
        },
      };
      [one.held, one.last] = look(one);
      awaited.set(what, one);
    },
    /**
     * A frame was painted.
     * @param {number} time
     * @param {Array<[Node, unknown, number]>} changes what it shows: node, kind and instant
     */
    painted: (time, changes) => {
      for (const one of awaited.values()) {
        if (!one.held) for (let i = 0; i < changes.length && i < CHANGES; i++) one.learn(changes[i][0]);
        const [holds, shown] = look(one);
        if (holds && !one.held) {
          // Of a frame's changes, the last that can have done it.
          const which = shown ?? one.last;
          const near = which ? changes.filter(([node]) => node.contains(which) || which.contains(node)) : [];
          one.came = { time, at: (near.at(-1) ?? changes.at(-1))?.[2] ?? time };
        }
        one.held = holds;
        one.last = shown;
      }
    },
    /** Since when it holds; nothing where it always did, or does not. @param {string} what */
    since: what => {
      const one = awaited.get(what);
      return one?.held ? one.came : null;
    },
  };
};
