// The page's own account of its interactions, taken without the probe. Instants are milliseconds since the Unix epoch.
'use strict';

const epoch = instant => performance.timeOrigin + instant;
const truth = { responses: [], presented: [], vitals: {}, frames: [] };
let lastInput = Number(sessionStorage.getItem('input')) || null;

for (const type of ['pointerdown', 'keydown']) {
  addEventListener(type, e => {
    lastInput = epoch(e.timeStamp);
    // The next document may be the one that shows the result.
    sessionStorage.setItem('input', String(lastInput));
  }, true);
}

/** Calls back right after the next frame was produced: a task of the highest priority, so that no search of the driver's comes before it. */
const afterThisFrame = done => scheduler.postTask(() => done(epoch(performance.now())), { priority: 'user-blocking' });
const afterFrame = done => requestAnimationFrame(() => afterThisFrame(done));

/** The page has just changed its own document so that the result shows. */
const shown = () => {
  const from = lastInput;
  afterFrame(painted => {
    if (window === top) truth.responses.push(painted - from);
    else parent.postMessage({ response: painted - from }, '*');
  });
};
const element = id => document.getElementById(id);
const show = (text = 'done') => {
  // The browser says by itself when it presented this text.
  element('out').setAttribute('elementtiming', String(lastInput));
  element('out').textContent = text;
  shown();
};
/** For results that others put into the document: at the end of the task that did. */
const watchResult = () => new MutationObserver((_, observer) => {
  if (!element('out')?.textContent.includes('done')) return;
  observer.disconnect();
  element('out').setAttribute('elementtiming', String(lastInput));
  shown();
}).observe(document, { subtree: true, childList: true, characterData: true });
/** What no result waits for: a poller, in step with the click so that no run differs from another, and a request that goes out with it. */
const beside = (ms, component = 'ads') => {
  const poll = () => ask('polled=60');
  let polling = setInterval(poll, 100);
  addEventListener('click', () => {
    clearInterval(polling);
    polling = setInterval(poll, 100);
    ask(`${component}=${ms}`);
  }, { capture: true, once: true });
};
/** The same, where the request is an analytics call with a slow database, and with a beacon and a worker that answers every 35 ms. */
const besideAll = ms => {
  beside(ms, 'db');
  const ticking = new Worker(URL.createObjectURL(new Blob(['onmessage = () => setInterval(() => postMessage(0), 35)'])));
  ticking.onmessage = () => { };
  addEventListener('click', () => {
    navigator.sendBeacon(`/api?db=${ms}`);
    ticking.postMessage(0);
  }, { capture: true, once: true });
};
const onGo = act => element('go').addEventListener('click', act);
const ask = async (query, init) => (await fetch(`/api?${query}`, init)).text();
const askNow = query => {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', `/api?${query}`, false);
  xhr.send();
  return xhr.responseText;
};
const burn = ms => { for (const end = performance.now() + ms; performance.now() < end;); };

new PerformanceObserver(list => {
  for (const e of list.getEntries()) truth.presented.push(epoch(e.renderTime) - Number(e.identifier));
}).observe({ type: 'element', buffered: true });

new PerformanceObserver(list => {
  for (const e of list.getEntries())
    truth.frames.push(e.scripts.map(s => `${s.invoker} ${s.sourceFunctionName} ${s.sourceURL.split('/').pop()}`));
}).observe({ type: 'long-animation-frame', buffered: true });

// A frame's account belongs to the page that holds it.
addEventListener('message', e => { if (e.data?.response) truth.responses.push(e.data.response); });

if (self.webVitals) {
  const keep = metric => { truth.vitals[metric.name] = metric.value; };
  webVitals.onINP(keep, { reportAllChanges: true, durationThreshold: 16 });
  for (const on of [webVitals.onLCP, webVitals.onCLS, webVitals.onFCP, webVitals.onTTFB]) on(keep, { reportAllChanges: true });
}

// Last of the listeners, so that web-vitals has had its say.
addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'hidden' || window !== top) return;
  const pages = JSON.parse(sessionStorage.getItem('pages') ?? '[]');
  pages.push({ url: location.href, ...truth });
  sessionStorage.setItem('pages', JSON.stringify(pages));
});
