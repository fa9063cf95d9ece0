/**
 * Says what a page has once a step has failed on it; nothing of this runs in a step that is well. Texts are handed over longer than
 * anybody shows them, since secrets are taken out first: half of one would not be found.
 */
function look() {
  const LONGEST = 2000;
  const MOST_VISITED = 20000;
  const MOST_ELEMENTS = 600; // As the reader of this knows.
  const MOST_TEXT = 200000;

  /** @type {Record<string, string>} */
  const ROLES = {
    button: 'button', summary: 'button', textarea: 'textbox', nav: 'navigation', main: 'main', form: 'form', dialog: 'dialog', img: 'img', option: 'option',
    table: 'table', ul: 'list', ol: 'list', li: 'listitem', h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading',
    progress: 'progressbar', output: 'status', article: 'article', aside: 'complementary', tr: 'row', td: 'cell', th: 'columnheader',
  };
  /** @type {Record<string, string>} */
  const INPUTS = {
    button: 'button', submit: 'button', reset: 'button', image: 'button', checkbox: 'checkbox', radio: 'radio', range: 'slider', number: 'spinbutton',
    search: 'searchbox', hidden: '', file: 'button',
  };
  const NAMED_BY_CONTENT = new Set(['button', 'link', 'heading', 'option', 'tab', 'menuitem', 'checkbox', 'radio', 'switch', 'cell', 'row', 'columnheader', 'treeitem', 'tooltip']);
  const LANDMARKS = new Set(['main', 'nav', 'form', 'dialog', 'header', 'footer', 'aside', 'fieldset', 'table', 'article']);

  /** @param {unknown} text */
  const oneLine = text => String(text ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  /** @param {Element} e @returns {Element | null} */
  const above = e => e.assignedSlot ?? e.parentElement ?? (e.getRootNode() instanceof ShadowRoot ? /** @type {ShadowRoot} */ (e.getRootNode()).host : null);

  /** @param {Element} e */
  const roleOf = e => {
    const own = e.getAttribute('role')?.trim().split(/\s+/)[0];
    if (own) return own;
    if (e instanceof HTMLAnchorElement || e instanceof HTMLAreaElement) return e.hasAttribute('href') ? 'link' : '';
    if (e instanceof HTMLInputElement) return INPUTS[e.type] ?? 'textbox';
    if (e instanceof HTMLSelectElement) return e.multiple || e.size > 1 ? 'listbox' : 'combobox';
    return ROLES[e.localName] ?? '';
  };

  /** @param {Element} e @param {string} role */
  const nameOf = (e, role) => {
    const ids = e.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const root = /** @type {Document | ShadowRoot} */ (e.getRootNode());
    const labels = /** @type {any} */ (e).labels;
    const candidates = [
      () => ids.map(id => root.getElementById?.(id)?.textContent ?? '').join(' '),
      () => e.getAttribute('aria-label'),
      () => labels && [...labels].map(label => label.textContent).join(' '),
      () => e.getAttribute('alt'),
      () => e instanceof HTMLInputElement && INPUTS[e.type] === 'button' ? e.value || (e.type === 'submit' ? 'Submit' : e.type === 'reset' ? 'Reset' : '') : '',
      () => NAMED_BY_CONTENT.has(role) ? e.textContent : '',
      () => NAMED_BY_CONTENT.has(role) ? e.querySelector('img[alt]')?.getAttribute('alt') : '',
      () => e.getAttribute('title'),
      () => e.getAttribute('placeholder'),
    ];
    for (const candidate of candidates) {
      const name = oneLine(candidate());
      if (name) return name;
    }
    return '';
  };

  /** @param {Element} e */
  const tagOf = e => {
    const first = e.classList?.[0];
    return oneLine(e.localName + (e.id ? `#${e.id}` : first ? `.${first}` : ''));
  };

  /** The nearest of what people know a part of a page by. @param {Element} e */
  const placeOf = e => {
    const path = [];
    for (let n = above(e); n && path.length < 3 && n.localName !== 'body'; n = above(n)) {
      if (LANDMARKS.has(n.localName) || n.id || n.shadowRoot) path.unshift(tagOf(n));
    }
    return path.join(' > ');
  };

  /** Where it begins on the page. @param {Element} e */
  const positionOf = e => {
    const box = e.getBoundingClientRect();
    return `x ${Math.round(box.x + scrollX)}, y ${Math.round(box.y + scrollY)}`;
  };

  /** @param {Element} e */
  const hiddenBy = e => {
    for (let n = /** @type {Element | null} */ (e); n; n = above(n)) {
      if (getComputedStyle(n).display === 'none') return `display: none on ${tagOf(n)}`;
    }
    if (getComputedStyle(e).visibility !== 'visible') {
      let n = e;
      for (let a = above(n); a && getComputedStyle(a).visibility !== 'visible'; a = above(n)) n = a;
      return `visibility: ${getComputedStyle(e).visibility} on ${tagOf(n)}`;
    }
    const box = e.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return `${tagOf(e)} has no size`;
    return e.checkVisibility?.() === false ? 'it is inside of something that is closed' : '';
  };

  /** What moves it. @param {Element} e */
  const movedBy = e => {
    for (let n = /** @type {Element | null} */ (e); n; n = above(n)) {
      const moving = n.getAnimations?.().find(animation => animation.playState === 'running');
      if (moving) return `animation "${oneLine(/** @type {any} */ (moving).animationName ?? /** @type {any} */ (moving).transitionProperty ?? moving.id)}" of ${tagOf(n)}`;
    }
    return '';
  };

  /** @param {Element} e */
  const disabledBy = e => {
    if (e.matches(':disabled')) {
      const set = e.closest('fieldset:disabled, optgroup:disabled, select:disabled');
      return /** @type {any} */ (e).disabled || !set ? 'its attribute disabled' : tagOf(set);
    }
    const aria = e.closest('[aria-disabled=true]');
    return aria ? `aria-disabled${aria === e ? '' : ` of ${tagOf(aria)}`}` : '';
  };

  /** What a pointer meets in its middle instead of it. @param {Element} e */
  const coverOf = e => {
    const box = e.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    for (let n = hit; n; n = above(n)) if (n === e) return null;
    return hit;
  };

  /** @param {Element} e */
  const described = e => {
    const role = roleOf(e);
    const cover = coverOf(e);
    return {
      role, name: nameOf(e, role), tag: tagOf(e), text: e instanceof HTMLElement ? oneLine(e.innerText) : '', place: placeOf(e), position: positionOf(e), animation: movedBy(e),
      hidden: hiddenBy(e), disabled: disabledBy(e), cover: cover ? tagOf(cover) : '', coverText: cover instanceof HTMLElement ? oneLine(cover.innerText) : '',
      options: e instanceof HTMLSelectElement ? [...e.options].slice(0, 20).map(option => oneLine(option.label)) : null,
    };
  };

  /** Every element, those in open shadow roots too. @param {Document | ShadowRoot} root @returns {Generator<Element>} */
  function* all(root) {
    for (const e of root.querySelectorAll('*')) {
      yield e;
      if (e.shadowRoot) yield* all(e.shadowRoot);
    }
  }

  /** @param {Element} e */
  const ownText = e => e.localName === 'script' || e.localName === 'style' ? ''
    : oneLine([...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.nodeValue).join(' '));

  const elements = () => {
    const found = [];
    let [visited, length] = [0, 0];
    for (const e of all(document)) {
      if (++visited > MOST_VISITED || found.length >= MOST_ELEMENTS || length > MOST_TEXT) break;
      const role = roleOf(e);
      const text = ownText(e);
      const testId = oneLine(e.getAttribute('data-testid'));
      if (!text && !testId && !e.id && !NAMED_BY_CONTENT.has(role) && !(e instanceof HTMLInputElement) && !['textbox', 'combobox', 'listbox', 'img'].includes(role)) continue;
      const one = {
        role, name: nameOf(e, role), tag: tagOf(e), id: oneLine(e.id), text, testId, placeholder: oneLine(e.getAttribute('placeholder')),
        place: placeOf(e), hidden: e.checkVisibility?.({ visibilityProperty: true }) === false ? 'hidden' : '',
      };
      length += Object.values(one).reduce((sum, value) => sum + value.length, 0);
      found.push(one);
    }
    return found;
  };

  return {
    /** @param {Element[]} found */
    matched: found => JSON.stringify({ count: found.length, elements: found.slice(0, 10).map(described) }),
    page: () => JSON.stringify({
      url: oneLine(location.href), title: oneLine(document.title), text: oneLine(document.body?.innerText),
      headline: oneLine(([...document.querySelectorAll('h1, h2, [role=heading]')].find(e => e.checkVisibility?.() !== false))?.textContent), elements: elements(),
    }),
  };
}
