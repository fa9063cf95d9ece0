// @ts-check
/**
 * Waits until a page that starts up can react, before anything is measured.
 *
 * @param {() => number} now the document's clock
 * @param {ReturnType<typeof trackListeners>} listeners
 */
const trackReadiness = (now, listeners) => {
  const later = window.setTimeout.bind(window);
  /** How often to look. */
  const LOOK = 50;
  /** How long nothing may happen before a page counts as quiet: longer than the pauses between scripts that load each other. */
  const QUIET_FOR = 500;
  /** A timer that comes so much too late waited behind a long task. */
  const LONG_TASK = 50;
  /** When the page was last seen busy, or a script came. */
  let busy = 0;
  const pause = () => new Promise(resolve => later(resolve, LOOK));

  return {
    /** A long task, or a script that came, until then. @param {number} end */
    busyUntil: end => { busy = Math.max(busy, end); },
    /**
     * Waits until something would react to events of a kind: 'ready', or 'waiting' where the time is up first; 'unknown' where it can't be told.
     * @param {Element} element @param {string[]} types @param {number} atMost
     */
    listening: async (element, types, atMost) => {
      for (const from = now(); ;) {
        const path = listeners.pathOf(element);
        if (listeners.acts(path)) return 'ready';
        const listens = listeners.listens(path, types);
        if (listens !== false) return listens ? 'ready' : 'unknown';
        if (!element.isConnected || now() - from > atMost) return 'waiting';
        await pause();
      }
    },
    /** Waits until the page has been quiet for a while; else 'waiting'. @param {number} atMost */
    quiet: async atMost => {
      for (const from = now(); ;) {
        if (document.readyState === 'complete' && now() - busy > QUIET_FOR) return 'ready';
        if (now() - from > atMost) return 'waiting';
        const before = now();
        await pause();
        if (now() - before > LOOK + LONG_TASK) busy = now();
      }
    },
  };
};
