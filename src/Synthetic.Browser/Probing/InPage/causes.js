// @ts-check
/**
 * Follows what caused a change of the document: the task that made it, what began that task, and so on back to the input. For a run that is
 * not measured: it stands between the page and the browser's own functions, which costs time and takes the scripts' names from long frames.
 *
 * Promises of the page need no watching: what follows one runs in the task in which it was resolved, so the cause of that task is what was awaited last.
 *
 * @typedef {{ kind: string, at: number, parent: Cause | null, depth: number, count: number, method?: string, url?: string,
 *   nth?: number, delay?: number, set?: number, interaction?: number }} Cause
 * @typedef {Omit<Cause, 'parent' | 'depth' | 'interaction'>} Link
 * @typedef {ReturnType<typeof joinCauses>} Causes
 */
const trackCauses = () => {
  /** A page that goes on for ever makes chains that do: they are no chains from an input. */
  const DEPTH_LIMIT = 1000;
  /** Tasks that are remembered: what a request was sent by is asked when it has ended. */
  const TASK_LIMIT = 2000;
  const host = /** @type {any} */ (window);
  const now = performance.now.bind(performance);
  const { timeOrigin } = performance;
  /** Why the task that runs was begun. @type {Cause | null} */
  let current = null;
  let interaction = 0;
  /** @type {Array<{ cause: Cause, from: number, to: number }>} */
  const tasks = [];
  /** How often each address was asked for since the input. @type {Map<string, number>} */
  const asked = new Map();
  /** Why a node is there, or was changed last. @type {WeakMap<Node, Cause | null>} */
  const changedBy = new WeakMap();

  // A cause ends with its task, not with a callback: what was awaited goes on after that. A task of the highest priority runs next.
  const postTask = host.scheduler?.postTask?.bind(host.scheduler);
  const clearing = new MessageChannel();
  let ending = false;
  const ended = clearing.port1.onmessage = () => {
    ending = false;
    current = null;
    const last = tasks.at(-1);
    if (last) last.to = now();
  };
  const postMessage = clearing.port2.postMessage.bind(clearing.port2);
  /** @param {Cause | null} cause */
  const enter = cause => {
    current = cause;
    const from = now();
    const last = tasks.at(-1);
    if (last) last.to = Math.min(last.to, from);
    if (cause) tasks.push({ cause, from, to: Infinity });
    if (tasks.length > TASK_LIMIT) tasks.splice(0, TASK_LIMIT / 2);
    if (ending) return;
    ending = true;
    if (postTask) postTask(ended, { priority: 'user-blocking' });
    else postMessage(0);
  };
  /** @param {string} kind @param {Cause | null} parent @param {Partial<Cause>} [fields] @returns {Cause} */
  const cause = (kind, parent, fields) => {
    // Rounds of a loop are one link: an animation, slices of work.
    if (parent && !fields?.url && parent.kind === kind && parent.delay === fields?.delay)
      return { ...parent, at: now(), count: parent.count + 1 };
    const depth = (parent?.depth ?? 0) + 1;
    return { kind, at: now(), parent: depth > DEPTH_LIMIT ? null : parent, depth, count: 1, ...fields };
  };
  /** @param {any} promise @param {() => Cause | null} why @returns the same promise: what the page adds to it comes after us */
  const awaited = (promise, why) => {
    const go = () => enter(why());
    promise.then(go, go);
    return promise;
  };

  return {
    now,
    timeOrigin,
    enter,
    cause,
    awaited,
    /** @param {Event} event @param {number} at */
    input: (event, at) => {
      if (event.type === 'pointerdown' || event.type === 'keydown') {
        interaction++;
        asked.clear();
      }
      enter({ kind: 'input', at, parent: null, depth: 0, count: 1, interaction });
    },
    /** A request is sent by the task that runs. @param {unknown} method @param {string} url @param {Cause | null} by */
    request: (method, url, by) => {
      const own = { method: String(method ?? 'GET').toUpperCase(), url };
      const key = `${own.method} ${own.url}`;
      const nth = (asked.get(key) ?? 0) + 1;
      asked.set(key, nth);
      return cause('request', by, { ...own, nth });
    },
    /** Why the task that runs was begun. */
    current: () => current,
    /** Why the task was begun that ran at an instant. @param {number} at */
    currentAt: at => tasks.findLast(task => task.from <= at && at <= task.to + 1)?.cause ?? null,
    /** A node was added or changed by the task that runs. @param {Node} node @param {Cause | null} by */
    changed: (node, by) => changedBy.set(node, by),
    /** Why a node is there, or was changed last. @param {Node | null} node */
    changeOf: node => {
      for (let n = node; n; n = n.parentNode) if (changedBy.has(n)) return changedBy.get(n) ?? null;
      return null;
    },
    /**
     * From a change back to the latest input; nothing where the chain does not lead there.
     * @param {Cause | null | undefined} from
     * @returns {Link[] | null}
     */
    chain: from => {
      const links = [];
      for (let c = from ?? null; c; c = c.parent) {
        const { kind, at, count, method, url, nth, delay, set } = c;
        links.push({ kind, at, count, method, url, nth, delay, set });
        if (c.kind === 'input') return c.interaction === interaction && links.length <= 200 ? links : null;
      }
      return null;
    },
  };
};
