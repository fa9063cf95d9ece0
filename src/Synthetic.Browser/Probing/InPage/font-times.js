// @ts-check
/**
 * Notes until when a text was in the document and not to be seen, since its font was on its way: browsers hide it for a while, the block
 * period, and then show it in another font.
 *
 * @param {() => number} now the document's clock
 * @param {(done: (time: number) => void) => void} afterPaint
 */
const trackFonts = (now, afterPaint) => {
  /** Block periods by `font-display`, as CSS Fonts recommends them and Chromium has them. @type {Record<string, number>} */
  const HIDDEN_FOR = { auto: 3000, block: 3000, fallback: 100, optional: 100, swap: 0 };
  /** Text nodes looked at. */
  const TEXT_LIMIT = 20;
  const later = window.setTimeout.bind(window);
  /** @typedef {{ from: number, loaded: number, shown: number, over: Promise<void> }} Wait */
  /** Fonts that were on their way when something was painted. @type {Map<FontFace, Wait>} */
  const waits = new Map();

  /** A frame was painted: its text may have asked for fonts. @param {number} time */
  const painted = time => {
    if (document.fonts?.status !== 'loading') return;
    for (const face of document.fonts) {
      if (face.status !== 'loading' || waits.has(face)) continue;
      /** @type {Wait} */
      const wait = { from: time, loaded: Infinity, shown: Infinity, over: Promise.resolve() };
      wait.over = new Promise(resolve => {
        const loaded = () => {
          wait.loaded = now();
          afterPaint(shown => {
            wait.shown = shown;
            resolve();
          });
        };
        face.loaded.then(loaded, loaded);
      });
      waits.set(face, wait);
    }
  };

  /** @param {string} name */
  const plain = name => name.trim().replace(/^["']|["']$/g, '').toLowerCase();
  /** @param {FontFace} face @param {string} text whether it has letters for some of it */
  const covers = ({ unicodeRange }, text) => {
    const ranges = unicodeRange.split(',').map(range => {
      const [from, to] = range.trim().slice(2).split('-');
      return [parseInt(from.replaceAll('?', '0'), 16), parseInt(to ?? from.replaceAll('?', 'F'), 16)];
    });
    return [...text].some(letter => ranges.some(([from, to]) => from <= Number(letter.codePointAt(0)) && Number(letter.codePointAt(0)) <= to));
  };
  /** @param {FontFace} face @param {CSSStyleDeclaration} style */
  const fits = (face, { fontWeight, fontStyle }) => {
    const [from, to = from] = face.weight.split(' ').map(weight => ({ normal: 400, bold: 700 }[weight] ?? Number(weight)));
    return from <= Number(fontWeight) && Number(fontWeight) <= to && (face.style === 'normal') === (fontStyle === 'normal');
  };
  /** The fonts that hid a text when a frame was painted. @param {Text} node @param {number} time */
  const hiding = ({ data, parentElement }, time) => {
    if (!parentElement) return [];
    const style = getComputedStyle(parentElement);
    // A font further down the list is used only for letters that the first has not: those are seldom all of a text.
    const family = plain(style.fontFamily.split(',')[0]);
    const own = [...document.fonts].filter(face => plain(face.family) === family && covers(face, data));
    const fitting = own.filter(face => fits(face, style));
    return (fitting.length > 0 ? fitting : own).filter(face => {
      const wait = waits.get(face);
      return wait && wait.loaded >= time && time < wait.from + HIDDEN_FOR[face.display];
    });
  };
  /** @param {FontFace} face */
  const end = async face => {
    const wait = /** @type {Wait} */ (waits.get(face));
    const until = wait.from + HIDDEN_FOR[face.display];
    if (now() < until) await Promise.race([wait.over, new Promise(resolve => later(resolve, until - now()))]);
    return wait.shown <= until ? { time: wait.shown, at: wait.loaded, font: plain(face.family) } : { time: until, at: until, font: plain(face.family) };
  };

  return {
    painted,
    /**
     * When what was painted of an element could be seen; nothing where some of its text was not hidden.
     * @param {Element} element
     * @param {((text: string) => boolean) | null} isWanted of its texts, those that count where there are any
     * @param {number} time when it was painted
     * @returns {Promise<{ time: number, at: number, font: string } | null>}
     */
    seen: async (element, isWanted, time) => {
      if (waits.size === 0) return null;
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      /** @type {Text[]} */
      const texts = [];
      for (let n = walker.nextNode(); n && texts.length < TEXT_LIMIT; n = walker.nextNode())
        if (/\S/.test(n.nodeValue ?? '')) texts.push(/** @type {Text} */ (n));
      const wanted = texts.filter(text => isWanted?.(text.data));
      const hidden = (wanted.length > 0 ? wanted : texts).map(text => hiding(text, time));
      if (hidden.length === 0 || hidden.some(faces => faces.length === 0)) return null;
      // The first of its texts to be seen, each with the last of its fonts.
      const ends = await Promise.all(hidden.map(async faces => (await Promise.all(faces.map(end))).reduce((a, b) => b.time > a.time ? b : a)));
      return ends.reduce((a, b) => b.time < a.time ? b : a);
    },
  };
};
