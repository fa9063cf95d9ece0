// @ts-check
// Finds the elements that have a text, as the driver does.

/** Text nodes read of a changed element, the first ones: to read a list of thousands takes milliseconds. */
const TEXTS_READ = 500;
/** Letters of a document that the page itself searches: a larger one it leaves to the driver. */
const LETTERS_SEARCHED = 200000;

/** @param {string} s */
const normalized = s => s.replace(/[\u200b\u00ad]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();

/** As the driver reads it: a button may show its value. @param {Element} element */
const textOf = element => element instanceof HTMLInputElement && /^(button|submit|reset)$/.test(element.type) ? element.value : element.textContent ?? '';

/** The smallest elements in one that have the text, as the driver finds them, among its first texts. @param {Element} element @param {string} wanted @returns {Element[]} */
const smallestWith = (element, wanted) => {
  if (element instanceof HTMLInputElement) return normalized(textOf(element)).includes(wanted) ? [element] : [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {Set<Element>} */
  const parents = new Set();
  let text = '';
  for (let left = TEXTS_READ; left > 0 && walker.nextNode(); left--) {
    const { nodeValue, parentElement } = walker.currentNode;
    text += nodeValue;
    if (parentElement && normalized(nodeValue ?? '').includes(wanted)) parents.add(parentElement);
  }
  if (parents.size > 0) return [...parents];
  if (!normalized(text).includes(wanted)) return [];
  // It is put together of several elements' texts.
  let smallest = element;
  for (let inner; (inner = [...smallest.children].find(child => normalized(child.textContent ?? '').includes(wanted)));) smallest = inner;
  return [smallest];
};

/** Whether any element may have the text: not what the driver skips too. @param {string} wanted */
const isInDocument = wanted => {
  const text = document.documentElement?.textContent ?? '';
  if (text.length > LETTERS_SEARCHED) return true;
  if ([...document.querySelectorAll('input')].some(input => normalized(textOf(input)).includes(wanted))) return true;
  // Most pages have their data in a script too.
  return normalized(text).includes(wanted) && normalized(textWithoutScripts()).includes(wanted);
};

const textWithoutScripts = () => {
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    node => /^(HEAD|SCRIPT|STYLE|NOSCRIPT)$/.test(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  let text = '';
  while (walker.nextNode()) text += walker.currentNode.nodeValue ?? '';
  return text;
};
