// @ts-check
/**
 * A number as the page gives it, which may have put anything in its place.
 *
 * @template T
 * @param {unknown} value
 * @param {T} otherwise
 */
const finite = (value, otherwise) => typeof value === 'number' && Number.isFinite(value) ? value : otherwise;

/**
 * A Resource Timing or Navigation Timing entry as evidence keeps it.
 *
 * @param {any} e
 */
const resourceTiming = e => ({
  url: e.name, initiator: e.initiatorType, start: finite(e.startTime, 0), redirectStart: finite(e.redirectStart, 0),
  redirectEnd: finite(e.redirectEnd, 0), workerStart: finite(e.workerStart, 0), fetchStart: finite(e.fetchStart, 0),
  domainLookupStart: finite(e.domainLookupStart, 0), connectStart: finite(e.connectStart, 0), connectEnd: finite(e.connectEnd, 0),
  requestStart: finite(e.requestStart, 0), responseStart: finite(e.responseStart, 0), responseEnd: finite(e.responseEnd, 0),
  transferSize: finite(e.transferSize, 0), bodySize: finite(e.encodedBodySize, 0), status: finite(e.responseStatus, 0),
  renderBlocking: e.renderBlockingStatus === 'blocking',
  serverTiming: [...e.serverTiming].map(m => ({ name: m.name, ms: m.duration, description: m.description })),
});
