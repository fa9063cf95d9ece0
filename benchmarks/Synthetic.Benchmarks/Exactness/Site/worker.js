// Computes for as many milliseconds as it is told, or asks the server; as a worker, as a shared worker, and over a channel.
const work = async order => {
  if (typeof order === 'number') for (const end = performance.now() + order; performance.now() < end;);
  else await (await fetch(`/api?${order}`)).text();
};
const answering = to => async e => {
  await work(e.data);
  to.postMessage('done');
};
onmessage = answering(self);
onconnect = e => e.ports[0].onmessage = answering(e.ports[0]);
const channel = new BroadcastChannel('orders');
channel.onmessage = answering(channel);
