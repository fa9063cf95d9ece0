// @ts-check
/**
 * Requests that a page sends, and what goes on from their headers, their bodies and parts of these.
 * @param {Causes} causes
 */
const trackRequests = ({ current, enter, cause, request, awaited }) => {
  const host = /** @type {any} */ (window);
  const { Promise: Native } = host;
  /** The request that an answer, or a stream of its body, belongs to. @type {WeakMap<object, Cause>} */
  const requestOf = new WeakMap();
  standBefore(host, 'fetch', (native, self, args) => {
    const [input, init] = args;
    const isRequest = input instanceof Request;
    const own = request(init?.method ?? (isRequest ? input.method : 'GET'), isRequest ? input.url : input);
    const promise = Reflect.apply(native, self, args);
    requestOf.set(promise, own);
    promise.then((/** @type {Response} */ answer) => {
      requestOf.set(answer, own);
      enter(cause('headers', own));
    }, () => enter(cause('failure', own)));
    return promise;
  });
  const { Response: Answer, ReadableStream: Stream } = host;
  for (const name of ['json', 'text', 'arrayBuffer', 'blob', 'formData', 'bytes'])
    standBefore(Answer.prototype, name, (native, self, args) => {
      const own = requestOf.get(self);
      const parent = current();
      return awaited(Reflect.apply(native, self, args), () => own ? cause('body', own) : cause('task', parent));
    });
  for (const name of ['compileStreaming', 'instantiateStreaming'])
    standBefore(host.WebAssembly, name, (native, self, args) => {
      const parent = current();
      const [from] = args;
      let own = from ? requestOf.get(from) : undefined;
      // A promise of the page's own ends with an answer too.
      if (!own && from instanceof Native) from.then((/** @type {Response} */ answer) => own = requestOf.get(answer), () => { });
      return awaited(Reflect.apply(native, self, args), () => own ? cause('body', own) : cause('task', parent));
    });
  standBefore(Answer.prototype, 'clone', (native, self, args) => {
    const copy = Reflect.apply(native, self, args);
    const own = requestOf.get(self);
    if (own) requestOf.set(copy, own);
    return copy;
  });
  const body = Object.getOwnPropertyDescriptor(Answer.prototype, 'body');
  if (body?.get) {
    const { get } = body;
    Object.defineProperty(Answer.prototype, 'body', { ...body, get() {
      const stream = get.call(this);
      const own = requestOf.get(this);
      if (stream && own) requestOf.set(stream, own);
      return stream;
    } });
  }
  /** @param {any} from @param {any[]} to */
  const passOn = (from, ...to) => {
    const own = requestOf.get(from);
    if (own) for (const stream of to) requestOf.set(stream, own);
  };
  standBefore(Stream.prototype, 'pipeThrough', (native, self, args) => {
    const readable = Reflect.apply(native, self, args);
    passOn(self, readable);
    return readable;
  });
  standBefore(Stream.prototype, 'tee', (native, self, args) => {
    const both = Reflect.apply(native, self, args);
    passOn(self, ...both);
    return both;
  });
  standBefore(Stream.prototype, 'getReader', (native, self, args) => {
    const reader = Reflect.apply(native, self, args);
    passOn(self, reader);
    return reader;
  });
  for (const name of ['ReadableStreamDefaultReader', 'ReadableStreamBYOBReader'])
    standBefore(host[name]?.prototype, 'read', (native, self, args) => {
      const own = requestOf.get(self);
      const promise = Reflect.apply(native, self, args);
      return own ? awaited(promise, () => cause('body', own)) : promise;
    });
  for (const name of ['values', Symbol.asyncIterator])
    standBefore(Stream.prototype, name, (native, self, args) => {
      const iterator = Reflect.apply(native, self, args);
      const own = requestOf.get(self);
      if (own) standBefore(iterator, 'next', (next, of, given) => awaited(Reflect.apply(next, of, given), () => cause('body', own)));
      return iterator;
    });
  /** @type {WeakMap<object, [unknown, unknown]>} */
  const opened = new WeakMap();
  const add = EventTarget.prototype.addEventListener;
  standBefore(XMLHttpRequest.prototype, 'open', (native, self, args) => {
    opened.set(self, [args[0], args[1]]);
    return Reflect.apply(native, self, args);
  });
  standBefore(XMLHttpRequest.prototype, 'send', (native, self, args) => {
    const own = request(...(opened.get(self) ?? [undefined, '']));
    requestOf.set(self, own);
    return Reflect.apply(native, self, args);
  });
  // The first listeners of each: they have to be there before the page's.
  host.XMLHttpRequest = new Proxy(XMLHttpRequest, {
    construct: (target, args, newTarget) => {
      const made = Reflect.construct(target, args, newTarget);
      for (const type of ['readystatechange', 'progress', 'load', 'error', 'abort', 'timeout', 'loadend'])
        add.call(made, type, () => {
          const own = requestOf.get(made);
          if (own) enter(cause('body', own));
        });
      return made;
    },
  });
};
