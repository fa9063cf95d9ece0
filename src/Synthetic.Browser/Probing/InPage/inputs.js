// @ts-check
/**
 * A short name for what an input met.
 * @param {EventTarget | null} target
 */
const describeTarget = target => {
  if (!(target instanceof Element)) return null;
  if (target.id) return `#${target.id}`.slice(0, 2000);
  const tag = target.tagName.toLowerCase();
  const name = target.getAttribute('name') ?? target.getAttribute('data-testid');
  if (name) return `${tag}[${target.hasAttribute('name') ? 'name' : 'data-testid'}="${name}"]`.slice(0, 2000);
  const cls = target.classList[0];
  return (cls ? `${tag}.${cls}` : tag).slice(0, 2000);
};

/**
 * Notes every click, press and key by listeners of the probe's own: an input whose handlers never return gets no entry from the browser.
 *
 * @typedef {{ n: number, k: 'input', name: string, start: number, processingStart: number,
 *   processingEnd: number | null, painted: number | null, target: string | null, unheard?: true, heard?: number, hidden?: true }} Input
 * @param {() => number} now the document's clock
 * @param {ReturnType<typeof trackListeners>} listeners
 * @param {ReturnType<typeof trackFrames>} frames
 * @param {ReturnType<typeof trackPaints>} paints
 * @param {number} limit inputs kept
 * @param {() => number} number the next entry's
 * @param {(entries: Input[]) => void} send tells the driver at once
 */
const trackInputs = (now, listeners, frames, paints, limit, number, send) => {
  const later = window.setTimeout.bind(window);
  const { MessageChannel: Channel } = window;
  const { soon, withNextFrame } = frames;
  /** @type {Map<number, Input>} */
  const inputs = new Map();
  /** The numbers of those that the driver knows with their frame. @type {Set<number>} */
  const told = new Set();
  /** Inputs whose end the driver was not told. @type {Input[]} */
  let unsent = [];
  /** Clicks and keys of which it is not known yet whether anything reacts, and their way. @type {Map<Input, { event: Event, path: EventTarget[] }>} */
  const unjudged = new Map();
  /** How often to look whether something listens to an input by now to which nothing did. */
  const LOOK_AGAIN = 100;
  const LOOKS = 300;
  /** @param {Input} input @param {Event} event @param {EventTarget} target @param {number} looks */
  const awaitListener = (input, event, target, looks) => later(() => {
    // The driver has it: its step is over.
    if (!inputs.has(input.n) || looks === 0) return;
    if (listeners.heardNow(event, target)) input.heard = now();
    else awaitListener(input, event, target, looks - 1);
  }, LOOK_AGAIN);
  /** Asked after the input, so that it waits for nothing: whoever reacts leaves a trace, or listens still. */
  const judge = () => {
    for (const [input, { event, path }] of unjudged) {
      if (event.defaultPrevented || paints.changedSince(input.start) || !listeners.unheard(event, path)) continue;
      input.unheard = true;
      awaitListener(input, event, path[0], LOOKS);
    }
    unjudged.clear();
  };
  /** Whether an input is one that pages do something for. @param {{ name: string } | Event} input */
  const acts = input => ['click', 'keydown'].includes('name' in input ? input.name : input.type);
  // The task after the inputs that wait.
  const handled = new Channel();
  const noteHandled = handled.port1.onmessage = () => {
    if (unsent.length === 0) return;
    for (const input of unsent) {
      // A stopped event never gets to the listener that comes last: this is an upper bound for its end.
      input.processingEnd ??= now();
      // Nothing that is seen here was changed: no frame shows it.
      if (!frames.isAsked()) input.painted ??= input.processingEnd;
    }
    // A press is told of with its click, and a key with its next: to tell takes the page a moment, and would put off the click.
    if (!unsent.some(acts)) return;
    // To ask takes half a millisecond: not of a frame that the input has led to.
    if (frames.isAsked()) withNextFrame(() => soon(judge));
    else judge();
    send(unsent);
    unsent = [];
  };
  /** The input that is being handled. @type {Input | null} */
  let latest = null;
  /** @param {Event} event */
  const noteEnd = event => {
    // A handler may click elsewhere by script: that is not the end.
    if (!event.isTrusted) return;
    window.removeEventListener(event.type, noteEnd);
    if (latest) latest.processingEnd ??= now();
  };
  /** @param {number} n @param {Event} event @param {EventTarget | null} field what it met @returns {Input} */
  const inputOf = (n, event, field) => {
    /** @type {Input} */
    const input = {
      n, k: 'input', name: event.type, start: event.timeStamp, processingStart: now(),
      processingEnd: null, painted: null, target: describeTarget(field),
    };
    if (event.type === 'keydown' && field instanceof HTMLInputElement && field.type === 'password') input.hidden = true;
    return input;
  };
  /** @param {Event} event */
  const noteInput = event => {
    if (!event.isTrusted || inputs.size >= limit) return;
    if (event.type === 'pointerdown' || event.type === 'keydown') paints.interaction();
    const path = event.composedPath();
    const [field = null] = path;
    const input = latest = inputOf(number(), event, field);
    inputs.set(input.n, input);
    unsent.push(input);
    // Handlers that never return are most often those of a click or a key: then this is all that is ever heard of it.
    if (acts(event)) {
      unjudged.set(input, { event, path });
      send(unsent);
    }
    // Added only now, so that it comes after every listener the page has on the window; it may be there still, of an event that was stopped.
    window.removeEventListener(event.type, noteEnd);
    window.addEventListener(event.type, noteEnd);
    withNextFrame(time => input.painted ??= time);
    handled.port2.postMessage(0);
  };
  listeners.ours(noteEnd);
  listeners.ours(noteInput);
  for (const type of ['pointerdown', 'pointerup', 'click', 'keydown', 'keyup'])
    window.addEventListener(type, noteInput, { capture: true, passive: true });

  return {
    all: () => [...inputs.values()],
    /** All, for the driver: those whose frame it is told of need not be kept any longer. */
    handOver: () => {
      for (const input of inputs.values()) if (input.painted !== null) told.add(input.n);
      return [...inputs.values()];
    },
    isFull: () => inputs.size >= limit,
    /** Gives an input that is made up. No event is dispatched or made for it: the page may have an Event of its own. */
    warmUp: () => {
      const none = /** @type {Event} */ ({ isTrusted: false, type: '', timeStamp: 0 });
      noteInput(none);
      noteEnd(none);
      if (unsent.length === 0) noteHandled();
      if (unjudged.size === 0) judge();
      return inputOf(0, none, null);
    },
    /** The driver has those up to here; one whose frame it was not told of stays. @param {number} n */
    forget: n => {
      for (const input of inputs.values()) if (input.n <= n && told.delete(input.n)) inputs.delete(input.n);
      unsent = unsent.filter(input => inputs.has(input.n));
    },
  };
};
