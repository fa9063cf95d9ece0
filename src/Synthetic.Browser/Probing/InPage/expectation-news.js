// @ts-check
/**
 * Tells the driver when it is worth to look whether what a step expects holds.
 *
 * @param {(answer: () => void) => void} soon answers the driver, behind what the page does after its frame
 * @param {(part: string) => Expected | undefined} expectationOf
 * @param {(expected: Expected) => boolean} holdsNow looks anew
 * @param {() => boolean} mayHaveShadows whether something may be where only the driver finds it
 */
const trackNews = (soon, expectationOf, holdsNow, mayHaveShadows) => {
  /** How long after it is first asked the page looks for what no change has told of, in milliseconds. */
  const LOOK_ANEW = 20;
  /** How often it looks again, where that costs no layout, for a state, and for what the driver may see otherwise than it does. */
  const LOOK_AGAIN = 100;
  const later = window.setTimeout.bind(window);
  /** Who waits for a part, told whenever something may have come to hold. @type {Map<string, { hear: () => void, drop: () => void }>} */
  const hearers = new Map();
  /** Frames of this step that showed changes, and how many of them there were when a part was last waited for. */
  let shown = 0;
  /** @type {Map<string, number>} */
  const heard = new Map();
  const tell = () => { if (hearers.size > 0) soon(() => { for (const { hear } of [...hearers.values()]) hear(); }); };

  return {
    /** Something may have come to hold. */
    tell,
    /** A frame was painted. @param {boolean} hasChanges */
    painted: hasChanges => {
      if (hasChanges) shown++;
      tell();
    },
    /** A new step: nobody waits for the one before. */
    clear: () => {
      for (const { drop } of [...hearers.values()]) drop();
      heard.clear();
      shown = 0;
    },
    /**
     * Waits until it is worth to look whether a part holds: it is known to, or the page has shown a change and `rest` is over, or `atMost` is.
     * @param {string} part 'changes' for changes alone
     * @param {number} rest @param {number} atMost both in milliseconds
     * @param {number} calm the shortest of both where the page itself finds what is to be seen: then a change alone says little
     * @returns {Promise<string>} 'unwatched' where the part is none of this document's
     */
    wait: (part, rest, atMost, calm) => new Promise(resolve => {
      const expected = expectationOf(part);
      if (part !== 'changes' && !expected) return resolve('unwatched');
      const mayBe = expected?.state || expected?.hidden || mayHaveShadows() ? null : expected?.mayBe ?? null;
      const pause = mayBe ? Math.max(rest, calm) : rest;
      let hasRested = pause === 0;
      /** @param {string} news */
      const answer = news => {
        if (hearers.get(part) === hearer) hearers.delete(part);
        resolve(news);
      };
      const isWaited = () => hearers.get(part) === hearer;
      const end = () => {
        if (!isWaited()) return;
        heard.set(part, shown);
        answer(expectationOf(part)?.holds ? 'holds' : 'look');
      };
      const isNews = () => shown > (heard.get(part) ?? 0);
      const hear = () => {
        if (expectationOf(part)?.holds || (hasRested && isNews())) end();
      };
      const hearer = { hear, drop: () => answer('look') };
      // The driver has given up an older question: what was shown is news for this one.
      hearers.get(part)?.drop();
      hearers.set(part, hearer);
      if (!hasRested) later(() => {
        hasRested = true;
        if (isWaited()) hear();
      }, pause);
      // A value that was set and a pseudo-class change no document: nothing else tells of them. A value needs no layout to be read.
      const lookAnew = () => {
        if (!expected || expected.holds || !isWaited()) return;
        if (holdsNow(expected)) end();
        else if (expected.state) later(lookAnew, LOOK_AGAIN);
      };
      if (expected?.state) lookAnew();
      else if (rest === 0) later(lookAnew, LOOK_ANEW);
      if (mayBe) {
        // Not all that the driver takes for visible is in sight, not each change of a text was looked at, and a shadow root may be new.
        const wasThere = !expected?.hasSelector || mayBe();
        const askAgain = () => {
          if (!isWaited()) return;
          if (isNews() ? mayHaveShadows() || mayBe() : !wasThere && mayBe()) end();
          else later(askAgain, LOOK_AGAIN);
        };
        later(askAgain, Math.max(LOOK_AGAIN, rest));
      }
      later(end, mayBe ? Math.max(atMost, calm) : atMost);
      hear();
    }),
  };
};
