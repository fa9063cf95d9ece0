// On a blank page: how long interactions whose handler does nothing take until their frame is made, by the page's clock.
/** @type {number[]} */
const painted = [];
/** @type {(() => void)[]} */
const waiting = [];

addEventListener('pointerdown', (event) => {
  requestAnimationFrame(() => {
    // A message posted in a frame's callback arrives when that frame is made.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      painted.push(performance.now() - event.timeStamp);
      for (const resolve of waiting.splice(0)) resolve();
    };
    port2.postMessage(0);
  });
});

/**
 * Gives the times so far, in milliseconds, once there are as many.
 * @param {number} count
 */
async function paintedAfter(count) {
  while (painted.length < count) await new Promise((resolve) => waiting.push(() => resolve(undefined)));
  return painted;
}
