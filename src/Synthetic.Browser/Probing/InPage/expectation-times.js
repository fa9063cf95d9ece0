// @ts-check
/**
 * Notes when what a step expects came to hold, where that can be told beforehand. An element that is there before its input may
 * change many times on its way: a spinner comes and goes, a row is added and saved later. What counts is the change that made the
 * expectation hold until the end, neither the first change nor the last.
 *
 * @param {() => number} now the document's clock
 * @param {(done: (time: number) => void) => void} afterPaint
 * @param {(answer: () => void) => void} soon answers the driver, behind what the page does after its frame
 * @param {ReturnType<typeof trackAnimations>} animations
 */
const trackExpectations = (now, afterPaint, soon, animations) => {
  /** Elements looked at for one expectation: the first ones. */
  const ELEMENT_LIMIT = 20;
  /** Changes looked at in one frame: to read all texts would slow the page down. */
  const CHANGE_LIMIT = 100;
  /** How long after it is first asked the page looks for what no change has told of, in milliseconds. */
  const LOOK_ANEW = 20;
  /** How often it looks again, where that costs no layout, for a state, and for what the driver may see otherwise than it does. */
  const LOOK_AGAIN = 100;
  /** Text nodes read of a changed element, the first ones: to read a list of thousands takes milliseconds. */
  const TEXT_LIMIT = 500;
  /** Elements and letters of a document that the page itself searches: in a larger one it leaves that to the driver. */
  const ELEMENTS_SEARCHED = 5000;
  const TEXT_SEARCHED = 200000;
  /** What an element, or how many, must be like. @typedef {{ kind: string, is: string, attribute: string | null }} State */
  /** @typedef {{ at: number | null } & Partial<Brought>} Change */
  /**
   * @typedef {{ find: () => Element[], mayBe: (() => boolean) | null, hasSelector: boolean, hidden: boolean, state: State | null, holds: boolean, lastShown?: Element, learn: (element: Element) => void,
   *   since: ({ time: number, unseen: number | null } & Change) | null, comes?: { boxed: number } & Change, isLookedAt: boolean, isDue: boolean,
   *   boxes: IntersectionObserver | null }} Expected
   */
  /** @type {Map<string, Expected>} by part: visible, text, hidden, or a state's kind */
  const expectations = new Map();
  const later = window.setTimeout.bind(window);
  /** Who waits for a part, told whenever something may have come to hold. @type {Map<string, { hear: () => void, drop: () => void }>} */
  const hearers = new Map();
  /** Frames of this step that showed changes, and how many of them there were when a part was last waited for. */
  let shown = 0;
  /** @type {Map<string, number>} */
  const heard = new Map();
  const tell = () => { if (hearers.size > 0) soon(() => { for (const { hear } of [...hearers.values()]) hear(); }); };
  // Pages replace it by one of their own.
  const { IntersectionObserver: Boxes } = window;

  /** @param {string} s */
  const normalized = s => s.replace(/[\u200b\u00ad]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
  /** As the driver reads it: a button may show its value. @param {Element} element */
  const textOf = element => element instanceof HTMLInputElement && /^(button|submit|reset)$/.test(element.type) ? element.value : element.textContent ?? '';
  /** The smallest elements in one that have the text, as the driver finds them, among its first texts. @param {Element} element @param {string} wanted @returns {Element[]} */
  const smallestWith = (element, wanted) => {
    if (element instanceof HTMLInputElement) return normalized(textOf(element)).includes(wanted) ? [element] : [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    /** @type {Set<Element>} */
    const parents = new Set();
    let text = '';
    for (let left = TEXT_LIMIT; left > 0 && walker.nextNode(); left--) {
      const { nodeValue, parentElement } = walker.currentNode;
      text += nodeValue;
      if (parentElement && normalized(nodeValue ?? '').includes(wanted)) parents.add(parentElement);
    }
    if (parents.size > 0) return [...parents];
    if (!normalized(text).includes(wanted)) return [];
    // It is put together of several elements' texts.
    let smallest = element;
    for (let inner; (inner = [...smallest.children].find(child => normalized(child.textContent ?? '').includes(wanted)));) smallest = inner;
    return [smallest];
  };
  let mayHaveShadows = false;
  /** Whether something may be in a shadow root: the driver finds it, style sheets and walks through the document do not. */
  const lookForShadows = () => {
    const all = document.getElementsByTagName('*');
    mayHaveShadows ||= all.length > ELEMENTS_SEARCHED;
    for (let n = 0; n < all.length && !mayHaveShadows; n++) mayHaveShadows = all[n].shadowRoot !== null;
    return mayHaveShadows;
  };
  /** Whether any element may have the text: not what the driver skips too. @param {string} wanted */
  const isInDocument = wanted => {
    const text = document.documentElement?.textContent ?? '';
    if (text.length > TEXT_SEARCHED) return true;
    if ([...document.querySelectorAll('input')].some(input => normalized(textOf(input)).includes(wanted))) return true;
    // Most pages have their data in a script too.
    return normalized(text).includes(wanted) && normalized(textWithoutScripts()).includes(wanted);
  };
  const textWithoutScripts = () => {
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
      node => /^(HEAD|SCRIPT|STYLE|NOSCRIPT)$/.test(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    let text = '';
    while (walker.nextNode()) text += walker.currentNode.nodeValue ?? '';
    return text;
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
    if (began) tell();
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

  return {
    normalized,
    /** A shadow root is made. */
    shadowed: () => { mayHaveShadows = true; },
    clear: () => {
      for (const { boxes } of expectations.values()) boxes?.disconnect();
      expectations.clear();
      for (const { drop } of [...hearers.values()]) drop();
      heard.clear();
      shown = 0;
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
        find: () => find().filter(hasText), mayBe, hasSelector: find() !== first, hidden: part === 'hidden', state, holds: false, since: null, isLookedAt: false, isDue: false, boxes: null,
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
      if (changes.length > 0) shown++;
      tell();
    },
    /**
     * Waits until it is worth to look whether a part holds: it is known to, or the page has shown a change and `rest` is over, or `atMost` is.
     * @param {string} part 'changes' for changes alone
     * @param {number} rest @param {number} atMost both in milliseconds
     * @param {number} calm the shortest of both where the page itself finds what is to be seen: then a change alone says little
     * @returns {Promise<string>} 'unwatched' where the part is none of this document's
     */
    news: (part, rest, atMost, calm) => new Promise(resolve => {
      const expected = expectations.get(part);
      if (part !== 'changes' && !expected) return resolve('unwatched');
      const mayBe = expected?.state || expected?.hidden || mayHaveShadows ? null : expected?.mayBe ?? null;
      const pause = mayBe ? Math.max(rest, calm) : rest;
      let hasRested = pause === 0;
      /** @param {string} news */
      const answer = news => {
        if (hearers.get(part) === hearer) hearers.delete(part);
        resolve(news);
      };
      const isWaited = () => hearers.get(part) === hearer;
      const end = () => {
        if (!isWaited()) return;
        heard.set(part, shown);
        answer(expectations.get(part)?.holds ? 'holds' : 'look');
      };
      const isNews = () => shown > (heard.get(part) ?? 0);
      const hear = () => {
        if (expectations.get(part)?.holds || (hasRested && isNews())) end();
      };
      const hearer = { hear, drop: () => answer('look') };
      // The driver has given up an older question: what was shown is news for this one.
      hearers.get(part)?.drop();
      hearers.set(part, hearer);
      if (!hasRested) later(() => {
        hasRested = true;
        if (isWaited()) hear();
      }, pause);
      // A value that was set and a pseudo-class change no document: nothing else tells of them. A value needs no layout to be read.
      const lookAnew = () => {
        if (!expected || expected.holds || !isWaited()) return;
        if (check(expected)[0]) end();
        else if (expected.state) later(lookAnew, LOOK_AGAIN);
      };
      if (expected?.state) lookAnew();
      else if (rest === 0) later(lookAnew, LOOK_ANEW);
      if (mayBe) {
        // Not all that the driver takes for visible is in sight, not each change of a text was looked at, and a shadow root may be new.
        const wasThere = !expected?.hasSelector || mayBe();
        const askAgain = () => {
          if (!isWaited()) return;
          if (isNews() ? mayHaveShadows || mayBe() : !wasThere && mayBe()) end();
          else later(askAgain, LOOK_AGAIN);
        };
        later(askAgain, Math.max(LOOK_AGAIN, rest));
      }
      later(end, mayBe ? Math.max(atMost, calm) : atMost);
      hear();
    }),
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
