// @ts-check
/**
 * What begins with a script that has come: the script itself, and what awaited its `import()`. The browser calls no function for that,
 * so that it is told by when the script came.
 *
 * @param {(at: number) => Cause | null} taskAt why the task was begun that ran at an instant
 * @param {(method: string, url: string, by: Cause | null) => Cause} request
 * @param {(kind: string, parent: Cause | null) => Cause} cause
 * @param {number} offset from this document's clock to the one of the causes
 */
const trackScripts = (taskAt, request, cause, offset) => {
  /** What a script brings follows it within this: it has to be compiled. */
  const AT_MOST = 50;
  /** @type {Array<{ name: string, startTime: number, responseEnd: number, cause?: Cause }>} */
  const scripts = [];
  /** @param {PerformanceEntry[]} entries */
  const add = entries => {
    for (const { name, startTime, responseEnd, initiatorType } of /** @type {PerformanceResourceTiming[]} */ (entries))
      if (initiatorType === 'script' && responseEnd > 0) scripts.push({ name, startTime, responseEnd });
  };
  const observer = new PerformanceObserver(list => add(list.getEntries()));
  observer.observe({ type: 'resource', buffered: true });

  /** @param {number} at @returns {Cause | null} why something happened, if a script had just come then */
  const before = at => {
    const last = scripts.findLast(script => script.responseEnd <= at && at - script.responseEnd < AT_MOST);
    if (!last) return null;
    // A module that another one imports is asked for when that one has come.
    last.cause ??= cause('body', request('GET', last.name, taskAt(last.startTime + offset) ?? before(last.startTime)));
    return last.cause;
  };
  /** @param {number} at */
  return at => {
    add(observer.takeRecords());
    return before(at);
  };
};
