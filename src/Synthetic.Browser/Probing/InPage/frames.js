// @ts-check
/**
 * Tells when a frame of the document was produced.
 *
 * @param {() => number} now the document's clock
 */
const trackFrames = now => {
  const frame = window.requestAnimationFrame.bind(window);
  const later = window.setTimeout.bind(window);

  // A task of the highest priority that is posted in an animation callback runs right after that callback's frame was produced.
  const host = /** @type {any} */ (window);
  const postTask = host.scheduler?.postTask?.bind(host.scheduler);
  const { port1, port2 } = new MessageChannel();
  /** What the driver waits for. @type {Array<() => void>} */
  const answers = [];
  const answering = new MessageChannel();
  answering.port1.onmessage = () => { for (const answer of answers.splice(0)) answer(); };
  /** In a task of its own, as pages put off work: what a page does after its frame need not wait until the driver was answered. @param {() => void} answer */
  const soon = answer => {
    if (answers.push(answer) === 1) answering.port2.postMessage(0);
  };
  /** Told after the next frame. @type {Array<(time: number) => void>} */
  let next = [];
  /** Told after the frame that is being made. @type {Array<(time: number) => void>} */
  let these = [];
  let asked = false;
  let inFrame = false;
  const produced = port1.onmessage = () => {
    inFrame = false;
    const time = now();
    for (const done of these.splice(0)) done(time);
  };
  const askForFrame = () => {
    if (asked) return;
    asked = true;
    frame(() => {
      asked = false;
      inFrame = true;
      these.push(...next.splice(0));
      if (postTask) postTask(produced, { priority: 'user-blocking' });
      else port2.postMessage(0);
    });
  };
  /** @param {(time: number) => void} done */
  const afterPaint = done => {
    // What an animation callback changes is shown by its own frame.
    if (inFrame) return void these.push(done);
    next.push(done);
    askForFrame();
  };
  /**
   * The same, where the page lets a frame be made: to make one that it does not need would delay it, and its interaction with it.
   * @param {(time: number) => void} done
   */
  const withNextFrame = done => void (inFrame ? these : next).push(done);
  // Ours comes before the page's: it tells which changes are made in a frame.
  host.requestAnimationFrame = new Proxy(host.requestAnimationFrame, {
    apply: (target, self, args) => {
      askForFrame();
      return Reflect.apply(target, self, args);
    },
  });

  /** Waits for the next frame, and no longer than 100 ms: a page out of sight draws none. */
  const nextFrame = () => new Promise(resolve => { afterPaint(() => soon(() => resolve(null))); later(resolve, 100); });

  return {
    soon,
    afterPaint,
    withNextFrame,
    nextFrame,
    warmUp: () => {
      if (!inFrame) produced();
      soon(() => {});
    },
    /** Whether a frame is being made, or will be. */
    isAsked: () => asked || inFrame,
  };
};
