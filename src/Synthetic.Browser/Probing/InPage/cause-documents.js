// @ts-check
/**
 * The causes as one document tells and asks of them. Documents that reach one another run their tasks one after another and share one account:
 * a frame's answer to a message goes back to the click on its parent.
 *
 * @param {string} key the name of the probe's object on each window
 * @param {<T extends Function>(listener: T) => T} ours tells a listener from the page's own
 */
const joinCauses = (key, ours) => {
  const { URL: Address } = /** @type {any} */ (window);
  const { timeOrigin } = performance;
  /** @returns {ReturnType<typeof trackCauses> | undefined} */
  const ofParent = () => {
    try {
      return window.parent === window ? undefined : /** @type {any} */ (window.parent)[key]?.causes;
    } catch { /* another origin's */ }
  };
  const all = ofParent() ?? trackCauses();
  const { enter, cause } = all;
  const offset = timeOrigin - all.timeOrigin;
  for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'keydown', 'keyup', 'input'])
    window.addEventListener(type, ours((/** @type {Event} */ event) => {
      if (event.isTrusted) all.input(event, event.timeStamp + offset);
    }), { capture: true, passive: true });

  /** @param {unknown} method @param {unknown} url @param {Cause | null} [by] */
  const request = (method, url, by = current()) => {
    let absolute = '';
    try { absolute = new Address(String(url), document.baseURI).href.slice(0, 20000); } catch { /* the browser refuses it too */ }
    return all.request(method, absolute, by);
  };
  const arrived = trackScripts(all.currentAt, request, cause, offset);
  /** Why the task that runs was begun: what nothing announced, a script brought that has just come. @returns {Cause | null} */
  const current = () => {
    const known = all.current();
    if (known) return known;
    const script = arrived(performance.now());
    if (script) enter(script);
    return script;
  };

  return {
    ...all,
    /** For the frames in it. */
    shared: all,
    current,
    request,
    /** A node was added or changed by the task that runs. @param {Node} node */
    changed: node => all.changed(node, current()),
    /** A message came over a connection, after what the page sent there. @param {Cause | null} sent @param {string} transport @param {string} url */
    received: (sent, transport, url) => enter(cause('message', sent, { url: url.slice(0, 20000), method: transport })),
  };
};
