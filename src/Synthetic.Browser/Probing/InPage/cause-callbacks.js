// @ts-check
/**
 * Stands before a function of the browser's; where there is none, there is nothing to stand before.
 * @param {any} owner @param {string | symbol} name @param {(native: any, self: any, args: any[]) => unknown} apply
 */
const standBefore = (owner, name, apply) => {
  const native = owner?.[name];
  if (typeof native === 'function') owner[name] = new Proxy(native, { apply: (target, self, args) => apply(target, self, args) });
};

/**
 * Callbacks that a page orders: timers, frames, observers, posted messages, what is stored or loaded.
 * @param {Causes} causes
 */
const trackCallbacks = ({ current, enter, cause, request, changeOf, now }) => {
  const QUEUE_LIMIT = 1000;
  const host = /** @type {any} */ (window);
  const add = EventTarget.prototype.addEventListener;
  /** @param {any} owner @param {string} name @param {string} kind @param {(args: any[]) => Partial<Cause>} [fields] */
  const orders = (owner, name, kind, fields) => standBefore(owner, name, (native, self, args) => {
    const [callback, ...rest] = args;
    if (typeof callback !== 'function') return Reflect.apply(native, self, args);
    let parent = current();
    const more = fields?.(args);
    return Reflect.apply(native, self, [/** @this {unknown} @param {any[]} given */ function (...given) {
      enter(parent = cause(kind, parent, more));
      return Reflect.apply(callback, this, given);
    }, ...rest]);
  });
  const delayed = (/** @type {any[]} */ args) => ({ delay: Number(args[1]) || 0, set: now() });
  orders(host, 'setTimeout', 'timer', delayed);
  orders(host, 'setInterval', 'timer', delayed);
  orders(host, 'requestAnimationFrame', 'frame');
  orders(host, 'requestIdleCallback', 'idle');
  orders(host.Document?.prototype, 'startViewTransition', 'view-transition');
  orders(host.scheduler && Object.getPrototypeOf(host.scheduler), 'postTask', 'task');
  for (const name of ['IntersectionObserver', 'ResizeObserver']) {
    const native = host[name];
    if (typeof native !== 'function') continue;
    /** @type {WeakMap<object, Cause | null>} */
    const observed = new WeakMap();
    host[name] = new Proxy(native, {
      construct: (target, [callback, ...rest], newTarget) => Reflect.construct(target, [/** @this {object} @param {any[]} given */ function (...given) {
        enter(cause('observer', observed.get(this) ?? null));
        return Reflect.apply(callback, this, given);
      }, ...rest], newTarget),
    });
    standBefore(native.prototype, 'observe', (observe, self, args) => {
      observed.set(self, current());
      return Reflect.apply(observe, self, args);
    });
  }

  /** Causes of the messages under way to a port, in their order. @type {WeakMap<object, Array<Cause | null>>} */
  const underWay = new WeakMap();
  /** @type {WeakMap<object, object>} */
  const otherEnd = new WeakMap();
  const limited = (/** @type {object | undefined} */ to) => {
    if (!to) return;
    const queue = underWay.get(to) ?? [];
    underWay.set(to, queue);
    if (queue.length < QUEUE_LIMIT) queue.push(current());
  };
  const arrived = (/** @type {object} */ at) => enter(cause('task', underWay.get(at)?.shift() ?? null));
  host.MessageChannel = new Proxy(MessageChannel, {
    construct: (target, args, newTarget) => {
      const made = Reflect.construct(target, args, newTarget);
      const { port1, port2 } = made;
      otherEnd.set(port1, port2);
      otherEnd.set(port2, port1);
      for (const port of [port1, port2]) add.call(port, 'message', () => arrived(port));
      return made;
    },
  });
  standBefore(MessagePort.prototype, 'postMessage', (native, self, args) => {
    limited(otherEnd.get(self));
    return Reflect.apply(native, self, args);
  });
  // Who posts is whose script called last: none of ours may stand between a frame's script and the function of another window.
  const { apply } = Reflect;
  host.postMessage = new Proxy(host.postMessage, {
    get apply() {
      limited(window);
      return apply;
    },
  });
  /** Whether what posted a message reaches this window's functions; others post past them. @param {any} message */
  const reachesUs = ({ source, origin }) => {
    try {
      // A frame that was removed meanwhile has no window any more.
      return source ? source.document !== undefined : origin === location.origin;
    } catch {
      return false;
    }
  };
  add.call(window, 'message', e => {
    if (e.isTrusted && reachesUs(e)) arrived(window);
  }, true);
  if (host.IDBRequest) {
    /** @param {any} made */
    const stored = made => {
      const parent = current();
      if (made instanceof EventTarget)
        for (const type of ['success', 'error', 'upgradeneeded', 'complete', 'abort'])
          add.call(made, type, () => enter(cause('database', parent)));
      return made;
    };
    standBefore(host.IDBFactory.prototype, 'open', (native, self, args) => stored(Reflect.apply(native, self, args)));
    standBefore(host.IDBDatabase.prototype, 'transaction', (native, self, args) => stored(Reflect.apply(native, self, args)));
    for (const owner of [host.IDBObjectStore, host.IDBIndex])
      for (const name of Object.getOwnPropertyNames(owner.prototype))
        if (/^(get|put|add|delete|clear|count|open)/.test(name))
          standBefore(owner.prototype, name, (native, self, args) => stored(Reflect.apply(native, self, args)));
  }
  for (const [type, kind] of [['load', 'load'], ['error', 'load'], ['transitionend', 'transition'], ['animationend', 'transition']])
    add.call(document, type, e => {
      const { target } = e;
      if (!(target instanceof Element)) return;
      const { src, href } = /** @type {any} */ (target);
      const address = kind === 'load' ? src || href : undefined;
      const parent = changeOf(target);
      enter(address && typeof address === 'string'
        ? cause('body', request('GET', address, parent))
        : cause(kind, parent));
    }, true);
};
