oninstall = () => skipWaiting();
onactivate = e => e.waitUntil(clients.claim());
onfetch = e => { if (new URL(e.request.url).pathname === '/api') e.respondWith(fetch(e.request)); };
onmessage = async e => {
  await (await fetch(`/api?${e.data}`)).text();
  e.source.postMessage('done');
};
