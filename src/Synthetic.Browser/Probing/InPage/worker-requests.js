// @ts-check
/**
 * What a worker's own timeline tells of its requests: run in the worker when a step is over, since no init script runs in workers.
 *
 * @param {string} id
 */
const workerRequests = id => JSON.stringify({
  id, top: false, url: location.href, timeOrigin: performance.timeOrigin,
  entries: performance.getEntriesByType('resource').map((e, i) => ({ n: i + 1, k: 'resource', ...resourceTiming(e) })),
});
