// @ts-check
/**
 * Notes which node was painted when, so that a result that was found can be asked for its own time.
 * Instants given out are milliseconds since the Unix epoch.
 *
 * @param {() => number} now the document's clock
 * @param {ReturnType<typeof trackFrames>} frames
 * @param {ReturnType<typeof trackMessages>} messages
 * @param {Causes | null} causes where they are followed
 * @param {(target: EventTarget | null) => string | null} describe
 */
const trackPaints = (now, frames, messages, causes, describe) => {
  /** Nodes noted of one change; of more, their parent stands for the rest: to look at each would slow the page down. */
  const NODE_LIMIT = 500;
  /** Changes noted a frame. */
  const CHANGE_LIMIT = 20000;
  /** Visibility checks a frame: each may make the browser lay the page out. */
  const VISIBILITY_LIMIT = 200;
  /** Text nodes looked at in one element. */
  const TEXT_LIMIT = 500;
  /** @typedef {{ time: number, at: number | null } & Partial<Brought>} Mark when it was painted, when the document was changed so (unknown where it was shown without a change), and what brought that */
  /** @typedef {{ added?: Mark, filled?: Mark, changed?: Mark, text?: Mark, loaded?: Mark }} Stamp */
  /** @type {WeakMap<Node, Stamp>} */
  let stamps = new WeakMap();
  /** @type {WeakMap<Node, Stamp>} */
  let older = new WeakMap();
  /** @type {Array<[Node, keyof Stamp, number]>} */
  const changes = [];
  /** What brought the changes of an instant. @type {Map<number, Brought>} */
  const broughtBy = new Map();
  let lastPaint = 0;
  let lastChange = 0;
  let addressPainted = 0;
  const { afterPaint, nextFrame } = frames;
  const animations = trackAnimations(now, nextFrame, describe);
  const expectations = trackExpectations(now, frames, animations);
  const fonts = trackFonts(now, afterPaint);

  /** @param {number} time */
  const stamp = time => {
    lastPaint = time;
    let checksLeft = VISIBILITY_LIMIT;
    /** @type {Mark} */
    let mark = { time, at: 0 };
    const painted = changes.splice(0);
    lastChange = painted.at(-1)?.[2] ?? 0;
    expectations.painted(time, painted, broughtBy);
    if (painted.length > 0) fonts.painted(time);
    for (let n = 0; n < painted.length; n++) {
      const [node, what, at] = painted[n];
      // What was added out of sight is shown later, by another change: this is not its paint.
      if ((what === 'added' || what === 'text') && checksLeft-- > 0) {
        const shows = node instanceof Element ? node : node.parentElement;
        if (shows && !(shows instanceof HTMLTitleElement) && !shows.checkVisibility({ visibilityProperty: true })) continue;
      }
      let own = stamps.get(node);
      if (!own) stamps.set(node, own = {});
      if (mark.at !== at) mark = { time, at, ...broughtBy.get(at) };
      // The first change of an element shows it; of a text, the latest is what stands there.
      if (what === 'text' || !own[what]) own[what] = mark;
    }
    broughtBy.clear();
  };
  /** @param {Node} node @param {keyof Stamp} what @param {number} at */
  const changed = (node, what, at) => {
    if (changes.length === 0) afterPaint(stamp);
    // A page past the limit redraws itself as a whole: its root stands for the rest.
    if (changes.length < CHANGE_LIMIT) changes.push([node, what, at]);
    else if (changes.length === CHANGE_LIMIT) changes.push([document.documentElement, 'changed', at]);
  };
  /** @param {MutationRecord[]} records */
  const noteChanges = records => {
    if (records.length === 0) return;
    // Observers are told as soon as the script that made the changes returns.
    const at = now();
    const message = messages.latest();
    const cause = causes?.current() ?? null;
    if ((message || cause) && changes.length < CHANGE_LIMIT) broughtBy.set(at, { message, cause });
    const many = records.length > NODE_LIMIT;
    /** @type {Node | null} */
    let filled = null;
    // By index: to iterate over 20,000 records takes the browser 8 ms more.
    for (let n = 0; n < records.length; n++) {
      const record = records[n];
      const { target } = record;
      // What else became of it was noted with that.
      if (target === filled) continue;
      if (many && record.type === 'childList') {
        // A page that is built anew: who was filled stands for what it was filled with.
        changed(target, 'filled', at);
        changed(target, 'changed', at);
        if (causes) causes.changed(target);
        filled = target;
        continue;
      }
      if (causes) for (const node of [target, ...record.addedNodes]) causes.changed(node);
      if (record.type === 'characterData') changed(target, 'text', at);
      else if (record.type === 'attributes') changed(target, 'changed', at);
      else {
        const { addedNodes, removedNodes } = record;
        for (let i = 0; i < addedNodes.length && i < NODE_LIMIT; i++) changed(addedNodes[i], 'added', at);
        for (let i = 0; i < removedNodes.length && i < NODE_LIMIT; i++) changed(removedNodes[i], 'changed', at);
        if (addedNodes.length > NODE_LIMIT) changed(target, 'filled', at);
        if (addedNodes.length === 0 || removedNodes.length > NODE_LIMIT) changed(target, 'changed', at);
      }
    }
  };
  const mutations = new MutationObserver(noteChanges);
  const watched = { subtree: true, childList: true, attributes: true, characterData: true };
  /** @type {Document | null} */
  let observed = null;
  /** A pop-up's first document may take over the window of its about:blank without the probe being run again. */
  const observeDocument = () => {
    if (observed === document) return;
    observed = document;
    mutations.observe(document, watched);
    // Load events do not bubble, but they are captured: an image shows when it has come, not when it was inserted.
    document.addEventListener('load', e => {
      if (e.target instanceof HTMLImageElement) changed(e.target, 'loaded', now());
    }, true);
  };
  observeDocument();
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (/** @type {ShadowRootInit} */ init) {
    const root = attachShadow.call(this, init);
    expectations.shadowed();
    mutations.observe(root, watched);
    return root;
  };
  /** @type {any} */ (window).navigation?.addEventListener('currententrychange', () => afterPaint(time => addressPainted = time));

  /** How often a frame that shows changes is waited for anew: on a busy machine one may take longer than the wait. */
  const FRAME_WAITS = 5;
  /** Waits for the frame of changes that are not painted yet. */
  const changesPainted = async () => {
    // Frames out of sight draw none.
    const waits = window === window.top && document.visibilityState === 'visible' ? FRAME_WAITS : 1;
    const before = lastPaint;
    for (let n = 0; n < waits && changes.length > 0 && lastPaint === before; n++) await nextFrame();
  };

  /** On the clock that all documents share. @param {Mark & { unseen?: number | null }} mark */
  const shared = ({ time, at, message, cause, unseen }) => {
    const { timeOrigin } = performance;
    return {
      time: timeOrigin + time, unseen: unseen ? timeOrigin + unseen : null, changed: at === null ? null : timeOrigin + at, causes: causes?.chain(cause),
      message: message && { ...message, received: timeOrigin + message.received, sent: message.sent && timeOrigin + message.sent },
    };
  };

  /** @typedef {Mark & { image?: string }} Shown */
  /** @param {Node} node @param {WeakMap<Node, Stamp>} map @returns {Shown | undefined} */
  const shownAt = (node, map) => {
    let revealed;
    for (/** @type {Node | null} */ let n = node; n; n = n.parentNode ?? /** @type {any} */ (n).host ?? null) {
      const mark = map.get(n);
      if (mark?.loaded) return { ...mark.loaded, image: /** @type {HTMLImageElement} */ (n).currentSrc };
      const added = mark?.added ?? (n === node ? undefined : mark?.filled);
      if (added) return added;
      revealed ??= mark?.changed;
    }
    return revealed;
  };
  /** @param {Element} element @param {string | null} text @param {WeakMap<Node, Stamp>} map @returns {Shown | undefined} */
  const textAt = (element, text, map) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const wanted = text === null ? null : normalized(text);
    let latest;
    let left = TEXT_LIMIT;
    for (let n = walker.nextNode(); n && left-- > 0; n = walker.nextNode()) {
      const mark = map.get(n);
      const own = mark?.text ?? mark?.added;
      // The text may stand elsewhere too, even in a script: only what was painted counts.
      if (wanted && normalized(n.nodeValue ?? '').includes(wanted)) {
        const shown = own ?? shownAt(n, map);
        if (shown && !/^(SCRIPT|STYLE|TEMPLATE)$/.test(n.parentElement?.tagName ?? '')) return shown;
      }
      if (own && (!latest || own.time > latest.time)) latest = own;
    }
    return latest;
  };
  /**
   * When what this element shows came to be on the screen, since the last input or, failing that, in this step; and the
   * image that it is, where that was what had to come.
   */
  /** @param {Element} element @param {string | null} text */
  const painted = async (element, text) => {
    await changesPainted();
    for (const map of [stamps, older]) {
      const shown = text === null
        ? shownAt(element, map) ?? textAt(element, null, map)
        : textAt(element, text, map) ?? shownAt(element, map);
      if (shown) {
        const wanted = text === null ? null : normalized(text);
        const seen = shown.image ? null : await fonts.seen(element, wanted === null ? null : data => normalized(data).includes(wanted), shown.time);
        const told = { ...shown, ...seen };
        const { settling, fadesFrom } = await motionOf(element, told.time);
        if (fadesFrom > told.time) Object.assign(told, { time: fadesFrom, unseen: told.time });
        // Longer than any record keeps it: it is cut to length after secrets were taken out, since half a secret would not be found.
        return { ...shared(told), settling, image: shown.image?.slice(0, 20000), font: seen?.font };
      }
    }
    return null;
  };

  /** How long to wait for what is on its way into sight. */
  const COMING = 10000;
  /** What runs on an element painted at an instant, on the clock that all documents share. @param {Element} element @param {number} time */
  const motionOf = async (element, time) => {
    const { settling, fadesFrom } = await animations.since(element, time);
    return { fadesFrom, settling: settling.map(one => ({ ...one, end: performance.timeOrigin + one.end })) };
  };

  /** Since when a part of what the step expects holds, in the same form. @param {string} part */
  const since = async part => {
    await changesPainted();
    if (!expectations.holds(part)) await nextFrame();
    for (const until = now() + COMING; expectations.comes(part) && now() < until;) await nextFrame();
    const came = expectations.since(part);
    const element = expectations.shownBy(part);
    const seen = came && element ? await fonts.seen(element, null, came.time) : null;
    if (!came) return came;
    const told = { ...came, ...seen };
    return { ...shared(told), settling: element ? (await motionOf(element, told.time)).settling : null, font: seen?.font };
  };

  /**
   * When what a step expects was painted: since when it holds, or else the first one's own paint.
   * @param {Element[]} found those that the driver sees @param {string} part @param {string | null} text
   */
  const shown = async ([element], part, text) => {
    const look = element ? await painted(element, text) : null;
    // An image may have its place in the page long before it is loaded.
    return look?.image ? look : await since(part) ?? look;
  };
  /** The same of the element that the page itself found, where it knows since when it holds. @param {string} part @param {string | null} text */
  const known = async (part, text) => {
    await changesPainted();
    const element = expectations.since(part) && expectations.shownBy(part);
    return element ? shown([element], part, text) : null;
  };

  return {
    painted,
    shown,
    known,
    watch: expectations.watch,
    news: expectations.news,
    rest: animations.rest,
    since,
    /** A new interaction: what was painted before is asked for only where nothing was painted since. */
    interaction: () => {
      messages.interaction();
      older = stamps;
      stamps = new WeakMap();
    },
    /** A new step: what was painted before is no answer to it. */
    begin: () => {
      observeDocument();
      stamps = new WeakMap();
      older = new WeakMap();
      expectations.clear();
      animations.clear();
      lastPaint = lastChange = addressPainted = 0;
    },
    /** Runs what follows a change once, without any change. */
    warmUp: () => {
      noteChanges([]);
      // Changes that wait for their frame are this step's.
      if (changes.length === 0) stamp(0);
      frames.warmUp();
      expectations.warmUp();
    },
    /** The latest change of this step and its paint, by the document's own clock; zeros where there was none. */
    latest: () => ({ at: lastChange, time: lastPaint }),
    /** Whether the document was changed after an instant of its own clock, painted or not. @param {number} time */
    changedSince: time => lastChange > time || (changes.at(-1)?.[2] ?? 0) > time,
    lastPaint: () => lastPaint > 0 ? performance.timeOrigin + lastPaint : null,
    addressPainted: () => addressPainted > 0 ? performance.timeOrigin + addressPainted : null,
  };
};
