// @ts-check
/**
 * Notes which message brought a change: one that came over a WebSocket, an event stream, from a worker of any kind, another frame or a channel.
 * It is the first to listen, and changes nothing of what the page sends or gets.
 *
 * @typedef {{ message: ReturnType<ReturnType<typeof trackMessages>['latest']>, cause: Cause | null }} Brought
 *   the message that brought a change, or may have, and why the task that made it was begun
 *
 * @param {() => number} now the document's clock
 * @param {Causes | null} causes told of them, where they are followed
 * @param {(origin: string, at: number) => void} posted told of what another window posted to this one
 */
const trackMessages = (now, causes, posted) => {
  /** @typedef {{ transport: string, url: string, received: number, sent: number | null }} Message */
  /** The message whose task runs. @type {Message | null} */
  let current = null;
  /** The latest that came after the page had sent something there since the last input. @type {Message | null} */
  let answer = null;
  /** When the page first sent something there since the last input. @type {WeakMap<object, number>} */
  let sent = new WeakMap();
  /** Why the page last sent something there, or opened it. @type {WeakMap<object, Cause | null>} */
  const sentBy = new WeakMap();

  const host = /** @type {any} */ (window);
  const { URL: Address } = host;
  // A task of the highest priority runs next after the one it was posted in. One at a time: busy connections must not cost one each.
  const next = host.scheduler?.postTask?.bind(host.scheduler);
  const { port1, port2 } = new MessageChannel();
  let ending = false;
  const ended = port1.onmessage = () => {
    ending = false;
    current = null;
  };
  /** @param {object} source @param {string} transport @param {string} url */
  const receive = (source, transport, url) => {
    // Cut to length only after secrets were taken out: half a secret would not be found.
    current = { transport, url: url.slice(0, 20000), received: now(), sent: sent.get(source) ?? null };
    if (current.sent !== null) answer = current;
    causes?.received(sentBy.get(source) ?? null, transport, url);
    if (ending) return;
    ending = true;
    if (next) next(ended, { priority: 'user-blocking' });
    else port2.postMessage(0);
  };

  /** What the page calls to send. @param {any} owner @param {string} method @param {(self: any) => object} [to] over what it goes, unless that is the one that sends */
  const sends = (owner, method, to = self => self) => {
    owner[method] = new Proxy(owner[method], {
      apply: (target, self, args) => {
        const over = to(self);
        if (!sent.has(over)) sent.set(over, now());
        if (causes) sentBy.set(over, causes.current());
        return Reflect.apply(target, self, args);
      },
    });
  };
  /**
   * @param {string} name the constructor's
   * @param {string} transport
   * @param {string | null} method what sends
   * @param {(made: any, first: unknown) => string} urlOf
   * @param {(made: any, heard: () => void) => void} listen
   */
  const watch = (name, transport, method, urlOf, listen) => {
    const native = host[name];
    if (typeof native !== 'function') return;
    host[name] = new Proxy(native, {
      construct: (target, args, newTarget) => {
        const made = Reflect.construct(target, args, newTarget);
        try {
          const url = urlOf(made, args[0]);
          if (causes) sentBy.set(made, causes.current());
          listen(made, () => receive(made, transport, url));
        } catch { /* a page that has changed what we stand on: its messages go unseen */ }
        return made;
      },
    });
    native.prototype.constructor = host[name];
    if (method !== null) sends(native.prototype, method);
  };
  const add = EventTarget.prototype.addEventListener;
  /** @param {EventTarget} made @param {() => void} heard */
  const messages = (made, heard) => add.call(made, 'message', heard);
  watch('WebSocket', 'websocket', 'send', made => made.url, messages);
  /** @param {unknown} _ @param {unknown} first */
  const script = (_, first) => new Address(String(first), document.baseURI).href;
  watch('Worker', 'worker', 'postMessage', script, messages);
  // Of a page's ports only this one: others are how pages put off work.
  let shared = false;
  watch('SharedWorker', 'sharedworker', null, script, (made, heard) => {
    messages(made.port, heard);
    sends(made.port, 'postMessage', () => {
      shared = true;
      return made;
    });
  });
  // Checked first: an error would tell too, but to say where it came from the browser reads the whole probe once more, which takes 7 ms.
  if (window.isSecureContext && window.origin !== 'null') try {
    const { serviceWorker } = navigator;
    add.call(serviceWorker, 'message', e => receive(serviceWorker, 'serviceworker', /** @type {any} */ (e).source?.scriptURL ?? ''));
    sends(host.ServiceWorker.prototype, 'postMessage', () => {
      shared = true;
      return serviceWorker;
    });
  } catch { /* no service workers in some sandboxes */ }
  watch('BroadcastChannel', 'broadcast', 'postMessage', made => made.name, messages);
  watch('EventSource', 'eventsource', null, made => made.url, (made, heard) => {
    messages(made, heard);
    // Events with names of their own: we have to be there before the page's listener.
    const named = new Set(['message', 'open', 'error']);
    made.addEventListener = new Proxy(made.addEventListener, {
      apply: (target, self, args) => {
        if (!named.has(args[0])) add.call(made, args[0], heard);
        named.add(args[0]);
        return Reflect.apply(target, self, args);
      },
    });
  });
  add.call(window, 'message', e => {
    const { source, origin, isTrusted, target } = /** @type {MessageEvent} */ (e);
    // Pages dispatch events of that name themselves.
    if (!isTrusted || target !== window || !source || source === window) return;
    posted(origin, now());
    receive(source, 'frame', origin);
  }, true);

  return {
    /** Whether the page has asked something of workers that it shares with others. */
    asksSharedWorkers: () => shared,
    /** The message that brought what happens now, or may have: `direct` tells whether its own task runs. */
    latest: () => current ? { ...current, direct: true } : answer && { ...answer, direct: false },
    /** A new input: what was sent before it asked for something else. */
    interaction: () => {
      sent = new WeakMap();
      current = answer = null;
    },
  };
};
