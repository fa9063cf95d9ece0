// Served in the library's place: passes the pages' calls on to it, adds calls for the values that a page does not ask for, and tells
// the benchmark when the page is left. What the pages get is the library's own.
import * as library from './library/web-vitals.js';

const reports = new Map();
const calls = [];
const note = (by, metric) => reports.set(`${by} ${metric.id}`, {
  by, name: metric.name, value: metric.value, type: metric.navigationType, navigation: metric.navigationId,
  led: metric.entries.some(entry => entry.interactionId && entry.interactionId === metric.navigationInteractionId),
});
const passOn = name => (callback, options) => {
  const by = `page ${calls.push(name)}`;
  library[`on${name}`](metric => {
    note(by, metric);
    callback(metric);
  }, options);
};

export const onCLS = passOn('CLS');
export const onFCP = passOn('FCP');
export const onINP = passOn('INP');
export const onLCP = passOn('LCP');
export const onTTFB = passOn('TTFB');

for (const name of ['CLS', 'FCP', 'INP', 'LCP', 'TTFB']) {
  const options = { reportAllChanges: true, durationThreshold: 16 };
  library[`on${name}`](metric => note('document', metric), options);
  if (self.__reportSoftNavs) library[`on${name}`](metric => note('routes', metric), { ...options, reportSoftNavs: true });
}

// The library reports a page's first byte some tasks after its load: only then is it fair to leave.
const ready = () => setTimeout(() => setTimeout(() => setTimeout(() => document.title += ' (asked)')));
if (document.readyState === 'complete') ready();
else addEventListener('load', ready);

// Last of the listeners, so that the library has had its say. A page that only pretends to be hidden is not left.
addEventListener('visibilitychange', event => {
  if (!event.isTrusted || document.visibilityState !== 'hidden') return;
  navigator.sendBeacon('/collect', JSON.stringify({
    account: { document: performance.timeOrigin, url: location.href, calls, reports: [...reports.values()] },
  }));
});
