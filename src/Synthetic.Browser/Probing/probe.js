// @ts-check
/**
 * The probe: runs in every frame before the page's own scripts, observes, and hands over. It judges nothing.
 *
 * Instants are this document's `performance.now()`; the driver adds `timeOrigin`. Everything kept has a number `n`,
 * so that a hand-over can be repeated without counting anything twice.
 *
 * @typedef {{ key: string, binding: string, noteKey: string, limit: number }} Config
 * @typedef {{ n: number, k: string, [field: string]: unknown }} Entry
 * @typedef {{ n: number, k: 'input', name: string, start: number, processingStart: number,
 *   processingEnd: number | null, painted: number | null, target: string | null }} Input
 * @param {Config} config
 */
const probe = config => {
  const host = /** @type {any} */ (window);
  // An iframe's first same-origin document may take over the window of its about:blank.
  if (host[config.key]?.document === document) return;

  const now = performance.now.bind(performance);
  const frame = window.requestAnimationFrame.bind(window);
  const later = window.setTimeout.bind(window);
  const { stringify: toJson } = JSON;
  /** The browser's clock has a tenth of a millisecond; the digits behind are noise. @param {unknown} value */
  const stringify = value => {
    // Old libraries give arrays and objects a toJSON of their own: out of the way while we write.
    /** @type {any[]} */
    const prototypes = [Array.prototype, Object.prototype];
    const theirs = prototypes.map(p => Object.getOwnPropertyDescriptor(p, 'toJSON'));
    for (const p of prototypes) delete p.toJSON;
    try {
      return toJson(value, (_, v) => typeof v === 'number' ? Math.round(v * 1000) / 1000 : v);
    } finally {
      theirs.forEach((t, i) => t && Object.defineProperty(prototypes[i], 'toJSON', t));
    }
  };
  const id = `${performance.timeOrigin.toFixed(1)}-${Math.random().toString(36).slice(2, 10)}`;
  const isTop = window.top === window;

  /** @type {Entry[]} */
  let kept = [];
  /** @type {Map<number, Input>} */
  const inputs = new Map();
  let count = 0;

  /** @param {string} k @param {Record<string, unknown>} fields */
  const keep = (k, fields) => {
    if (kept.length < config.limit) kept.push({ n: ++count, k, ...fields });
  };

  // --- What a frame painted -----------------------------------------------------------------------------------
  // The posted message runs right after the frame in which the animation callback ran was produced.
  /** @type {Array<(time: number) => void>} */
  let awaiting = [];
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const time = now();
    for (const done of awaiting.splice(0)) done(time);
  };
  /** @param {(time: number) => void} done */
  const afterPaint = done => {
    if (awaiting.push(done) === 1) frame(() => channel.port2.postMessage(0));
  };

  /** The next frame, or a while where there is none: a page that nobody sees draws none. */
  const nextFrame = () => new Promise(resolve => { afterPaint(resolve); later(resolve, 100); });

  // --- Which node was painted when ------------------------------------------------------------------------------
  /** @typedef {{ added?: number, changed?: number, text?: number, loaded?: number }} Stamp */
  /** @type {WeakMap<Node, Stamp>} */
  let stamps = new WeakMap();
  /** @type {WeakMap<Node, Stamp>} */
  let older = new WeakMap();
  /** @type {Array<[Node, keyof Stamp]>} */
  const changes = [];
  let lastPaint = 0;
  let addressPainted = 0;

  /** @param {number} time */
  const stamp = time => {
    lastPaint = time;
    let looks = 200;
    for (const [node, what] of changes.splice(0)) {
      // What was added out of sight shows later, by something that changes: this is not its paint.
      if (what === 'added' && node instanceof Element && looks-- > 0
        && !node.checkVisibility({ visibilityProperty: true })) continue;
      let mark = stamps.get(node);
      if (!mark) stamps.set(node, mark = {});
      // The first change of an element shows it; of a text, the latest is what stands there.
      if (what === 'text' || mark[what] === undefined) mark[what] = time;
    }
  };
  /** @param {Node} node @param {keyof Stamp} what */
  const changed = (node, what) => {
    if (changes.length === 0) afterPaint(stamp);
    // Past the limit a page redraws itself wholesale: its root stands for the rest.
    if (changes.length < 20000) changes.push([node, what]);
    else if (changes.length === 20000) changes.push([document.documentElement, 'changed']);
  };
  const mutations = new MutationObserver(records => {
    for (const record of records) {
      if (record.type === 'characterData') changed(record.target, 'text');
      else if (record.type === 'attributes') changed(record.target, 'changed');
      else {
        for (const node of record.addedNodes) changed(node, 'added');
        for (const node of record.removedNodes) changed(node, 'changed');
        if (record.addedNodes.length === 0) changed(record.target, 'changed');
      }
    }
  });
  const watched = { subtree: true, childList: true, attributes: true, characterData: true };
  mutations.observe(document, watched);
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (/** @type {ShadowRootInit} */ init) {
    const root = attachShadow.call(this, init);
    mutations.observe(root, watched);
    return root;
  };
  // Load events do not bubble, but they are captured: an image shows when it has come, not when it was inserted.
  document.addEventListener('load', e => {
    if (e.target instanceof HTMLImageElement) changed(e.target, 'loaded');
  }, true);
  host.navigation?.addEventListener('currententrychange', () => afterPaint(time => addressPainted = time));

  /** @param {Node} node @param {WeakMap<Node, Stamp>} map @returns {number | undefined} */
  const shownAt = (node, map) => {
    let revealed;
    for (/** @type {Node | null} */ let n = node; n; n = n.parentNode ?? /** @type {any} */ (n).host ?? null) {
      const mark = map.get(n);
      const shown = mark?.loaded ?? mark?.added;
      if (shown !== undefined) return shown;
      revealed ??= mark?.changed;
    }
    return revealed;
  };
  /** @param {string} s */
  const plain = s => s.replace(/\s+/g, ' ').trim().toLowerCase();
  /** @param {Element} element @param {string | null} text @param {WeakMap<Node, Stamp>} map */
  const textAt = (element, text, map) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const wanted = text === null ? null : plain(text);
    let latest;
    let left = 500;
    for (let n = walker.nextNode(); n && left-- > 0; n = walker.nextNode()) {
      const mark = map.get(n);
      const time = mark?.text ?? mark?.added;
      if (wanted && plain(n.nodeValue ?? '').includes(wanted)) return time ?? shownAt(n, map);
      if (time !== undefined && (latest === undefined || time > latest)) latest = time;
    }
    return latest;
  };
  /** When what this element shows came to be on the screen, since the last input or, failing that, in this step. */
  /** @param {Element} element @param {string | null} text */
  const painted = async (element, text) => {
    if (changes.length > 0) await nextFrame();
    for (const map of [stamps, older]) {
      const time = text === null
        ? shownAt(element, map) ?? textAt(element, null, map)
        : textAt(element, text, map) ?? shownAt(element, map);
      if (time !== undefined) return performance.timeOrigin + time;
    }
    return null;
  };

  // --- Inputs, by our own listeners -----------------------------------------------------------------------------
  /** @param {unknown} chunk */
  const send = chunk => {
    try { host[config.binding]?.(stringify(chunk)); } catch { /* the driver is gone: nothing to tell it */ }
  };
  const head = () => ({ id, top: isTop, url: location.href, timeOrigin: performance.timeOrigin });
  /** @param {EventTarget | null} target */
  const describe = target => {
    if (!(target instanceof Element)) return null;
    if (target.id) return `#${target.id}`.slice(0, 2000);
    const tag = target.tagName.toLowerCase();
    const name = target.getAttribute('name') ?? target.getAttribute('data-testid');
    if (name) return `${tag}[${target.hasAttribute('name') ? 'name' : 'data-testid'}="${name}"]`.slice(0, 2000);
    const cls = target.classList[0];
    return (cls ? `${tag}.${cls}` : tag).slice(0, 2000);
  };
  /** @param {Event} event */
  const noteInput = event => {
    if (!event.isTrusted || inputs.size >= config.limit) return;
    if (event.type === 'pointerdown' || event.type === 'keydown') {
      older = stamps;
      stamps = new WeakMap();
    }
    /** @type {Input} */
    const input = {
      n: ++count, k: 'input', name: event.type, start: event.timeStamp, processingStart: now(),
      processingEnd: null, painted: null, target: describe(event.composedPath()[0] ?? null),
    };
    inputs.set(input.n, input);
    send({ ...head(), entries: [input] });
    const ended = () => {
      window.removeEventListener(event.type, ended);
      if (input.processingEnd !== null) return;
      input.processingEnd = now();
      send({ ...head(), entries: [input] });
    };
    // Added only now, so that it comes after every listener the page has on the window.
    window.addEventListener(event.type, ended);
    // A stopped event never gets there; the next task is an upper bound for its end.
    const next = new MessageChannel();
    next.port1.onmessage = () => { next.port1.close(); ended(); };
    next.port2.postMessage(0);
    afterPaint(time => input.painted = time);
  };
  for (const type of ['pointerdown', 'pointerup', 'click', 'keydown', 'keyup'])
    window.addEventListener(type, noteInput, { capture: true, passive: true });

  // --- What the browser measures --------------------------------------------------------------------------------
  /** @param {any} e */
  const timing = e => ({
    url: e.name, initiator: e.initiatorType, start: e.startTime, redirectStart: e.redirectStart,
    redirectEnd: e.redirectEnd, workerStart: e.workerStart, fetchStart: e.fetchStart,
    domainLookupStart: e.domainLookupStart, connectStart: e.connectStart, connectEnd: e.connectEnd,
    requestStart: e.requestStart, responseStart: e.responseStart, responseEnd: e.responseEnd,
    transferSize: e.transferSize, bodySize: e.encodedBodySize, status: e.responseStatus ?? 0,
    renderBlocking: e.renderBlockingStatus === 'blocking',
    serverTiming: [...e.serverTiming].map(m => ({ name: m.name, ms: m.duration, description: m.description })),
  });
  /** @param {any} e */
  const event = e => keep('event', {
    name: e.name, interactionId: e.interactionId ?? 0, start: e.startTime, duration: e.duration,
    processingStart: e.processingStart, processingEnd: e.processingEnd, target: describe(e.target),
  });
  let firstContentfulPaint = /** @type {number | null} */ (null);
  /** @type {Record<string, (e: any) => void>} */
  const readers = {
    // Events that belong to no interaction (hover, move) say nothing about one.
    event: e => { if (e.interactionId) event(e); },
    'first-input': event,
    'interaction-contentful-paint': e => keep('interactionPaint', {
      start: e.startTime, time: e.startTime + e.duration, size: e.size ?? 0, interactionId: e.interactionId ?? 0,
    }),
    'long-animation-frame': e => keep('longFrame', {
      start: e.startTime, duration: e.duration, renderStart: e.renderStart,
      styleAndLayoutStart: e.styleAndLayoutStart, blockingDuration: e.blockingDuration,
      presentation: e.presentationTime ?? null,
      scripts: e.scripts.map((/** @type {any} */ s) => ({
        start: s.startTime, duration: s.duration, forcedLayout: s.forcedStyleAndLayoutDuration,
        pause: s.pauseDuration, invoker: s.invoker, invokerType: s.invokerType, url: s.sourceURL,
        function: s.sourceFunctionName, position: s.sourceCharPosition,
      })),
    }),
    resource: e => keep('resource', timing(e)),
    paint: e => { if (e.name === 'first-contentful-paint') firstContentfulPaint = e.startTime; },
    'largest-contentful-paint': e => keep('largestPaint', { time: e.startTime, size: e.size }),
    'layout-shift': e => keep('shift', { start: e.startTime, value: e.value, hadRecentInput: e.hadRecentInput }),
    'soft-navigation': e => keep('softNavigation', { start: e.startTime, url: e.name }),
  };
  const observers = Object.entries(readers).map(([type, read]) => {
    const observer = new PerformanceObserver(list => list.getEntries().forEach(read));
    try {
      observer.observe(/** @type {any} */ ({ type, buffered: true, durationThreshold: 16 }));
    } catch { /* an older browser without this type: its evidence stays absent */ }
    return { observer, read };
  });

  // --- Handing over ---------------------------------------------------------------------------------------------
  const pending = () => [...inputs.values()].some(i => i.painted === null);
  const missing = () => [...inputs.values()].some(i => i.painted !== null && i.painted - i.start > 24
    && (i.name === 'click' || i.name === 'keydown')
    && !kept.some(e => e.k === 'event' && e.start === i.start && e.name === i.name));
  /** Waits, within bounds, until the browser has reported the interactions noted here. @param {number} atMost */
  const settle = async atMost => {
    const until = now() + atMost;
    while ((pending() || missing()) && now() < until)
      await new Promise(resolve => later(resolve, 8));
    await nextFrame();
  };
  const chunk = () => {
    for (const { observer, read } of observers) observer.takeRecords().forEach(read);
    const navigation = performance.getEntriesByType('navigation')[0];
    return {
      ...head(), interactionCount: /** @type {any} */ (performance).interactionCount ?? 0, firstContentfulPaint,
      navigation: navigation ? timing(navigation) : null, entries: [...kept, ...inputs.values()],
    };
  };
  const api = {
    document,
    painted,
    /** A new step: paints before it are no answer to it. Returns the page's clock. */
    begin: () => {
      stamps = new WeakMap();
      older = new WeakMap();
      lastPaint = addressPainted = 0;
      return performance.timeOrigin + now();
    },
    lastPaint: () => lastPaint > 0 ? performance.timeOrigin + lastPaint : null,
    addressPainted: () => addressPainted > 0 ? performance.timeOrigin + addressPainted : null,
    /** @param {number} atMost */
    collect: async atMost => {
      await settle(atMost);
      return stringify(chunk());
    },
    /** The driver has everything up to here. @param {number} n */
    forget: n => {
      kept = kept.filter(e => e.n > n);
      for (const input of inputs.values()) if (input.painted !== null && input.n <= n) inputs.delete(input.n);
    },
  };
  Object.defineProperty(window, config.key, { value: api, configurable: true, enumerable: false });

  // A page on its way out: tell the driver while it can still be told, and leave a note for the next document.
  window.addEventListener('beforeunload', () => send(chunk()));
  window.addEventListener('pagehide', () => {
    try { if (isTop) sessionStorage.setItem(config.noteKey, stringify(chunk())); } catch { /* no storage here */ }
  });
  try {
    const note = isTop ? sessionStorage.getItem(config.noteKey) : null;
    if (note !== null) {
      sessionStorage.removeItem(config.noteKey);
      send(JSON.parse(note));
    }
  } catch { /* opaque origins have no storage */ }
};
