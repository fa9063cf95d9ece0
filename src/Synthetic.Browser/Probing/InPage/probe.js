// @ts-check
/**
 * The probe: runs in every frame before the page's own scripts, observes, and hands its observations to the driver. It judges nothing.
 *
 * Instants are this document's `performance.now()`; the driver adds `timeOrigin`. Everything kept has a number `n`,
 * so that a hand-over can be repeated without counting anything twice.
 *
 * @typedef {{ key: string, binding: string, noteKey: string, limit: number, causes: boolean }} Config
 * @typedef {{ n: number, k: string, [field: string]: unknown }} Entry
 * @param {Config} config
 */
const probe = config => {
  const host = /** @type {any} */ (window);
  // An iframe's first same-origin document may take over the window of its about:blank.
  if (host[config.key]?.document === document) return;

  const now = performance.now.bind(performance);
  const later = window.setTimeout.bind(window);
  const { stringify: toJson } = JSON;
  const { hasOwn } = Object;
  /** @type {any[]} */
  const prototypes = [Array.prototype, Object.prototype];
  /**
   * The browser's clock has a tenth of a millisecond, and the digits behind it are noise. A layout shift's `value` is no time: hundreds
   * of shifts of 0.0003 add up to a bad score.
   * @param {string} key @param {unknown} value
   */
  const rounded = (key, value) => typeof value !== 'number' ? value : Math.round(value * (key === 'value' ? 1e9 : 1000)) / (key === 'value' ? 1e9 : 1000);
  /** @param {unknown} value */
  const stringify = value => {
    // Old libraries give arrays and objects a toJSON of their own: it is removed while we write. Never without need, since that makes the page's own code slower.
    const theirs = prototypes.filter(p => hasOwn(p, 'toJSON')).map(p => /** @type {const} */ ([p, Object.getOwnPropertyDescriptor(p, 'toJSON')]));
    for (const [p] of theirs) delete p.toJSON;
    try {
      return toJson(value, rounded);
    } finally {
      for (const [p, t] of theirs) Object.defineProperty(p, 'toJSON', /** @type {PropertyDescriptor} */ (t));
    }
  };
  const id = `${performance.timeOrigin.toFixed(1)}-${Math.random().toString(36).slice(2, 10)}`;
  const isTop = window.top === window;

  /** @type {Entry[]} */
  let kept = [];
  let count = 0;
  let dropped = false;
  /** Messages of other windows kept a step. */
  const POSTED_LIMIT = 200;

  /** @param {string} k @param {Record<string, unknown>} fields */
  const keep = (k, fields) => {
    if (kept.length < config.limit) kept.push({ n: ++count, k, ...fields });
    else dropped = true;
  };

  /** What the driver lends of the developer tools: the list of a node's listeners. Of another frame's nodes it lists none. @type {ListenersOf | undefined} */
  let lent;
  const listeners = trackListeners(() => lent);
  const causes = config.causes ? joinCauses(config.key, listeners.ours) : null;
  const readiness = trackReadiness(now, listeners);
  let posted = 0;
  const messages = trackMessages(now, causes, (origin, start) => {
    if (++posted <= POSTED_LIMIT) keep('posted', { start, origin: origin.slice(0, 2000) });
  });
  const frames = trackFrames(now);
  const paints = trackPaints(now, frames, messages, causes, describeTarget);
  /** @param {unknown} chunk */
  const send = chunk => {
    try { host[config.binding]?.(stringify(chunk)); } catch { /* the driver is gone: nothing to tell it */ }
  };
  const head = () => ({ id, top: isTop, url: location.href, timeOrigin: performance.timeOrigin });
  const inputs = trackInputs(now, listeners, frames, paints, config.limit, () => ++count, entries => send({ ...head(), entries }));
  if (causes) {
    // Last: what the probe itself orders has no cause in the page.
    trackCallbacks(causes);
    trackPromises(causes);
    trackRequests(causes);
  }

  // --- Actions that are no interactions for the browser -----------------------------------------------------------
  /** Stops listening for the action before. */
  let stopActing = () => {};
  /** Notes the first of some events, one by which the page learns of the action that comes now. @param {string[]} types */
  const act = types => {
    stopActing();
    /** @param {Event} event */
    const note = event => {
      stopActing();
      // Told at once: what a field leads to may be another page.
      if (!inputs.isFull()) keep('action', { name: event.type, start: event.timeStamp, target: describeTarget(event.composedPath()[0] ?? null) });
      send({ ...head(), entries: kept.slice(-1) });
    };
    listeners.ours(note);
    stopActing = () => { for (const type of types) window.removeEventListener(type, note, true); };
    for (const type of types) window.addEventListener(type, note, { capture: true, passive: true });
  };

  // --- What the browser measures --------------------------------------------------------------------------------
  /** @param {any} e */
  const event = e => keep('event', {
    name: e.name, interactionId: e.interactionId ?? 0, start: e.startTime, duration: e.duration,
    processingStart: e.processingStart, processingEnd: e.processingEnd, target: describeTarget(e.target),
  });
  /** @param {any} e */
  const interactionPaint = e => ({
    start: e.startTime, time: e.startTime + e.duration, size: e.size ?? 0, interactionId: e.interactionId ?? 0,
    rendered: e.largestContentfulPaint?.renderTime || 0,
  });
  let firstContentfulPaint = /** @type {number | null} */ (null);
  /** @type {Record<string, (e: any) => void>} */
  const readers = {
    // Events that belong to no interaction (hover, move) say nothing about one.
    event: e => { if (e.interactionId) event(e); },
    'first-input': event,
    'interaction-contentful-paint': e => keep('interactionPaint', interactionPaint(e)),
    'long-animation-frame': e => {
      readiness.busyUntil(e.startTime + e.duration);
      keep('longFrame', {
        start: e.startTime, duration: e.duration, renderStart: e.renderStart,
        styleAndLayoutStart: e.styleAndLayoutStart, blockingDuration: e.blockingDuration,
        presentation: e.presentationTime ?? null,
        scripts: e.scripts.map((/** @type {any} */ s) => ({
          start: s.startTime, duration: s.duration, forcedLayout: s.forcedStyleAndLayoutDuration,
          pause: s.pauseDuration, invoker: s.invoker, invokerType: s.invokerType, url: s.sourceURL,
          function: s.sourceFunctionName, position: s.sourceCharPosition,
        })),
      });
    },
    resource: e => {
      if (e.initiatorType === 'script') readiness.busyUntil(e.responseEnd);
      keep('resource', resourceTiming(e));
    },
    paint: e => { if (e.name === 'first-contentful-paint') firstContentfulPaint = finite(e.startTime, null); },
    'largest-contentful-paint': e => keep('largestPaint', { time: e.startTime, size: e.size }),
    'layout-shift': e => keep('shift', { start: e.startTime, value: e.value, hadRecentInput: e.hadRecentInput }),
    'soft-navigation': e => {
      // Browsers before the released form of these entries have no largest paint to ask for: then routes have no paints at all.
      const released = typeof e.getLargestInteractionContentfulPaint === 'function';
      const largest = released ? e.getLargestInteractionContentfulPaint() : null;
      keep('softNavigation', {
        start: e.startTime, url: e.name, duration: e.duration, interactionId: e.interactionId ?? null,
        painted: released ? e.presentationTime || e.paintTime || 0 : null, largest: largest ? interactionPaint(largest) : null,
        reported: now(),
      });
    },
  };
  const observers = Object.entries(readers).map(([type, read]) => {
    const observer = new PerformanceObserver(list => list.getEntries().forEach(read));
    try {
      observer.observe(/** @type {any} */ ({ type, buffered: true, durationThreshold: 16 }));
    } catch { /* an older browser without this type: its evidence stays absent */ }
    return { observer, read };
  });

  // --- Handing over ---------------------------------------------------------------------------------------------
  const pending = () => inputs.all().some(i => i.painted === null);
  const missing = () => inputs.all().some(i => i.painted !== null && i.painted - i.start > 24
    && (i.name === 'click' || i.name === 'keydown')
    && !kept.some(e => e.k === 'event' && e.start === i.start && e.name === i.name));
  /** How long after its paint a long frame may be reported: the browser waits until it was on the screen. */
  const FRAME_REPORT = 250;
  /**
   * Whether the latest change came out of a long frame that is not reported yet: nothing that was reported ended within 50 ms
   * before the change, or its paint took as long.
   */
  const frameIsDue = () => {
    const { at, time } = paints.latest();
    let last = Math.max(0, ...inputs.all().map(i => i.start));
    if (last === 0 || at < last || now() > time + FRAME_REPORT) return false;
    for (const e of /** @type {any[]} */ ([...kept, ...inputs.all()])) {
      const end = e.k === 'longFrame' ? e.start + e.duration : e.k === 'resource' ? e.responseEnd : e.processingEnd;
      if (e.k === 'longFrame' && e.start <= at && end >= at) return false;
      if (end <= at && end > last) last = end;
    }
    return at - last > 50 || time - at > 50;
  };
  /**
   * Waits, within bounds, until the browser has reported the interactions noted here, and the frame of the latest change.
   * @param {number} atMost
   * @returns the instant up to which what it has not reported by now it never will
   */
  const settle = async atMost => {
    const from = now();
    while ((pending() || missing()) && now() < from + atMost)
      await new Promise(resolve => later(resolve, 8));
    while (frameIsDue() && now() < from + atMost)
      await new Promise(resolve => later(resolve, 8));
    const settled = pending() || missing() ? from : now();
    await frames.nextFrame();
    return settled;
  };
  const chunk = () => {
    for (const { observer, read } of observers) observer.takeRecords().forEach(read);
    const navigation = performance.getEntriesByType('navigation')[0];
    return {
      ...head(), askedAt: now(), interactionCount: /** @type {any} */ (performance).interactionCount ?? 0, firstContentfulPaint,
      sharedWorkers: messages.asksSharedWorkers(),
      navigation: navigation ? resourceTiming(navigation) : null, entries: [...kept, ...inputs.handOver()],
    };
  };
  /** The browser compiles a function when it first runs. Most of those that run between an input and its result are run here once, on nothing, so that the page does not wait for it then. */
  const warmUp = () => {
    try {
      paints.warmUp();
      stringify({ ...head(), entries: [inputs.warmUp()] });
    } catch { /* a page that has changed what we stand on: the rest is compiled later */ }
  };
  const api = {
    document,
    id,
    /** For this document's frames. */
    causes: causes?.shared,
    /** As JSON: the driver's own serialiser gives objects further keys. @param {Element} element @param {string | null} text */
    painted: async (element, text) => {
      const shown = await paints.painted(element, text);
      return shown && stringify(shown);
    },
    /** An action comes, by which events of this window. Returns the page's clock. @param {string[]} types */
    act: types => {
      act(types);
      return performance.timeOrigin + now();
    },
    /** @param {ListenersOf} listenersOf */
    lend: listenersOf => { lent = listenersOf; },
    listening: readiness.listening,
    quiet: readiness.quiet,
    watch: paints.watch,
    news: paints.news,
    /** In the same form. @param {Element[]} found @param {string} part @param {string | null} text */
    shown: async (found, part, text) => {
      const shown = await paints.shown(found, part, text);
      return shown && stringify(shown);
    },
    /** In the same form; empty where the page does not know. @param {string} part @param {string | null} text */
    known: async (part, text) => {
      const known = await paints.known(part, text);
      return known ? stringify(known) : '';
    },
    rest: paints.rest,
    /** In the same form. @param {string} part */
    since: async part => {
      const held = await paints.since(part);
      return held && stringify(held);
    },
    lastPaint: paints.lastPaint,
    addressPainted: paints.addressPainted,
    /** A new step: paints before it are no answer to it. Returns the page's clock. */
    begin: () => {
      posted = 0;
      stopActing();
      paints.begin();
      warmUp();
      return performance.timeOrigin + now();
    },
    /** Waits for the next frame, where an input has none yet. */
    presented: async () => {
      if (pending()) await frames.nextFrame();
    },
    /** @param {number} atMost */
    collect: async atMost => {
      const settledAt = await settle(atMost);
      const all = chunk();
      // An input's entry may be among those that found no room: that it is not here then says nothing of the input.
      return stringify({ ...all, settledAt: dropped ? null : settledAt });
    },
    /** The driver has everything up to here. @param {number} n */
    forget: n => {
      kept = kept.filter(e => e.n > n);
      inputs.forget(n);
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
