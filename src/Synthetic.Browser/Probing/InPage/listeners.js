// @ts-check
/**
 * Tells whether anything in the page reacts to an input: a listener of the page's own on the way from its target to the window, or the
 * browser itself, which follows links and ticks boxes without any script. Nothing of the page's is wrapped for that, so that it costs the
 * page nothing to add a listener: the driver lends the developer tools' own function, which lists those of a node.
 *
 * @typedef {(node: EventTarget) => Record<string, Array<{ listener: unknown }>>} ListenersOf
 * @param {() => ListenersOf | undefined} lend
 */
const trackListeners = lend => {
  const POINTER = ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend', 'click', 'dblclick'];
  const KEY = ['keydown', 'keypress', 'keyup'];
  /** What the browser does something with by itself when it is clicked. */
  const ACTS = 'a[href]:not([href="#"], [href^="javascript:" i]), area[href], input:not([type="button"]), select, textarea, option, summary, '
    + 'audio[controls], video[controls], iframe, object, embed, [contenteditable]:not([contenteditable="false"]), [popovertarget], [commandfor]';
  /** The probe's own listeners. @type {WeakSet<Function>} */
  const own = new WeakSet();
  const { toString } = Function.prototype;
  /** The driver's, which it puts on each window in which it looks for an element: known by what they call. @param {unknown} listener */
  const isDrivers = listener => typeof listener === 'function' && toString.call(listener).includes('_hitTargetInterceptor');

  /** The way of an event, as the browser takes it. @param {Node | null} node */
  const pathOf = node => {
    /** @type {EventTarget[]} */
    const path = [];
    for (let n = node; n; n = /** @type {any} */ (n).assignedSlot ?? n.parentNode ?? /** @type {any} */ (n).host ?? null) path.push(n);
    return [...path, window];
  };
  /**
   * Whether the page listens to any of some events; nothing where that can't be told.
   * @param {EventTarget[]} path @param {string[]} types
   */
  const listens = (path, types) => {
    const listenersOf = lend();
    if (!listenersOf) return undefined;
    for (const node of path) {
      const all = listenersOf(node) ?? {};
      if (types.some(type => all[type]?.some(({ listener }) => !own.has(/** @type {Function} */ (listener)) && !(node === window && isDrivers(listener))))) return true;
    }
    return false;
  };
  /** @param {EventTarget[]} path */
  const acts = path => path.some(node => node instanceof Element && !node.matches(':disabled') && (node.matches(ACTS)
    || (node instanceof HTMLButtonElement && node.form && node.type !== 'button') || (node instanceof HTMLLabelElement && node.control)));
  /** Whether the browser may do something by itself with a key, as most do: letters and the like do nothing outside of fields. @param {KeyboardEvent} event */
  const keyActs = event => event.ctrlKey || event.metaKey || event.altKey || event.key === ' '
    || (event.key.length > 1 && !['Enter', 'Escape', 'Delete', 'Backspace'].includes(event.key));

  return {
    /** @template {Function} T @param {T} listener */
    ours: listener => {
      own.add(listener);
      return listener;
    },
    pathOf,
    listens,
    acts,
    /** Whether nothing reacts to an input. @param {Event} event @param {EventTarget[]} path its way, kept while it was under way */
    unheard: (event, path) => {
      const isKey = event instanceof KeyboardEvent;
      return !(isKey && keyActs(event)) && !acts(path) && listens(path, isKey ? KEY : POINTER) === false;
    },
    /**
     * Whether anything listens to the same input by now, where its target may have been put there anew.
     * @param {Event} event @param {EventTarget | undefined} target
     */
    heardNow: (event, target) => {
      const isKey = event instanceof KeyboardEvent;
      const there = target instanceof Node && target.isConnected ? target
        : event instanceof MouseEvent ? document.elementFromPoint(event.clientX, event.clientY) : document.activeElement;
      return listens(pathOf(there), isKey ? KEY : POINTER) === true;
    },
  };
};
