// @ts-check
/**
 * A Resource Timing or Navigation Timing entry as evidence keeps it.
 *
 * @param {any} e
 */
const resourceTiming = e => ({
  url: e.name, initiator: e.initiatorType, start: e.startTime, redirectStart: e.redirectStart,
  redirectEnd: e.redirectEnd, workerStart: e.workerStart, fetchStart: e.fetchStart,
  domainLookupStart: e.domainLookupStart, connectStart: e.connectStart, connectEnd: e.connectEnd,
  requestStart: e.requestStart, responseStart: e.responseStart, responseEnd: e.responseEnd,
  transferSize: e.transferSize, bodySize: e.encodedBodySize, status: e.responseStatus ?? 0,
  renderBlocking: e.renderBlockingStatus === 'blocking',
  serverTiming: [...e.serverTiming].map(m => ({ name: m.name, ms: m.duration, description: m.description })),
});
