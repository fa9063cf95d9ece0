// @ts-check
/**
 * Functions of the browser's whose promises are resolved in a task of their own: what follows goes on from whoever called them.
 * @param {Causes} causes
 */
const trackPromises = ({ current, cause, awaited }) => {
  const host = /** @type {any} */ (window);
  const { WebAssembly: wasm, Promise: Native } = host;
  /** @type {Array<[any, string[]]>} */
  const table = [
    [host.Blob?.prototype, ['text', 'arrayBuffer', 'bytes']],
    [host.Cache?.prototype, ['match', 'matchAll', 'add', 'addAll', 'put', 'delete', 'keys']],
    [host.CacheStorage?.prototype, ['match', 'has', 'open', 'delete', 'keys']],
    [host.Clipboard?.prototype, ['read', 'readText', 'write', 'writeText']],
    [host.CookieStore?.prototype, ['get', 'getAll', 'set', 'delete']],
    [host.FontFace?.prototype, ['load']],
    [host.FontFaceSet?.prototype, ['load']],
    [host.HTMLImageElement?.prototype, ['decode']],
    [host.HTMLMediaElement?.prototype, ['play']],
    [host.LockManager?.prototype, ['request', 'query']],
    [host.Permissions?.prototype, ['query']],
    [host.ServiceWorkerContainer?.prototype, ['register', 'getRegistration']],
    [host.StorageManager?.prototype, ['estimate', 'getDirectory', 'persist', 'persisted']],
    [host.SubtleCrypto?.prototype, Object.getOwnPropertyNames(host.SubtleCrypto?.prototype ?? {}).filter(name => name !== 'constructor')],
    [host.scheduler && Object.getPrototypeOf(host.scheduler), ['yield']],
    [wasm, ['compile', 'instantiate']],
    [host, ['createImageBitmap']],
  ];
  for (const [owner, names] of table)
    for (const name of names)
      standBefore(owner, name, (native, self, args) => {
        const parent = current();
        const promise = Reflect.apply(native, self, args);
        return promise instanceof Native ? awaited(promise, () => cause('task', parent)) : promise;
      });
};
