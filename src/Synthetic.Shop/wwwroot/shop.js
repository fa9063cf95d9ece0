'use strict';

// The shop's front end, faults included. What is wrong on purpose is in `faults`, 0 for off.
const { products, cart, faults, thirdPartyUrl, confirmation } = JSON.parse(document.getElementById('state').textContent);
const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });
const checks = ['stock', 'address', 'tax', 'shipping', 'discount', 'fraud', 'loyalty', 'gift'];
const outcome = document.getElementById('outcome');

let calculated = 0;

/** A piece of real work: on a slower processor it takes longer. It keeps its result, or an optimiser would leave it out. */
function calculate() {
  for (let i = 0; i < 2000; i++) calculated = Math.sqrt(calculated + i);
}

/** How much of it this processor does in a millisecond: the best of many short tries, since the first ones still run unoptimised. */
function calculationsPerMs() {
  let best = 0;
  for (let round = 0; round < 25; round++) {
    const begin = performance.now();
    let count = 0;
    while (performance.now() - begin < 2) { calculate(); count++; }
    best = Math.max(best, count / (performance.now() - begin));
  }
  return best;
}

const speed = faults.handler || faults['input-delay'] || faults.post ? calculationsPerMs() : 0;

/** Keeps the main thread busy: as much work as it does in that time, and never for less than it. */
function burn(ms) {
  const end = performance.now() + ms;
  for (let left = ms * speed; left > 0 || performance.now() < end; left--) calculate();
}

function pause(ms) {
  return new Promise(resolve => setTimeout(resolve, ms));
}

/** An element with a text. Text is never read as HTML. */
function element(name, className, text) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

/** The address of an API call: it carries the page's query, so that the server knows the page's faults. */
function api(path) {
  return path + location.search;
}

function showProducts() {
  const list = document.getElementById('products');
  const template = document.getElementById('product').content;
  for (const product of products) {
    const item = template.cloneNode(true);
    item.querySelector('.picture').style.setProperty('--hue', String(product.id * 53));
    item.querySelector('.name').textContent = product.name;
    item.querySelector('.note').textContent = product.note;
    item.querySelector('.price').textContent = money.format(product.priceCents / 100);
    const add = item.querySelector('.add');
    add.id = product.id === 1 ? 'add-to-cart' : `add-to-cart-${product.id}`;
    add.setAttribute('aria-label', `Add to cart: ${product.name}`);
    add.addEventListener('click', () => addToCart(product.id));
    list.append(item);
  }
}

function showCart({ lines, count, totalCents }) {
  document.getElementById('cart-count').textContent = count === 1 ? '1 item' : `${count} items`;
  document.getElementById('cart-total').textContent = money.format(totalCents / 100);
  document.getElementById('cart-lines').replaceChildren(...lines.map(line => {
    const item = element('li');
    item.append(
      element('span', '', line.quantity === 1 ? line.name : `${line.quantity} × ${line.name}`),
      element('span', '', money.format(line.quantity * line.priceCents / 100)));
    return item;
  }), ...(lines.length ? [] : [element('li', 'empty', 'Nothing here yet.')]));
}

function showOutcome(kind, title, detail) {
  const section = element('section', `outcome ${kind}`);
  section.append(element('h3', '', title), element('p', '', detail));
  if (kind === 'success') addHeavyNodes(section);
  outcome.replaceChildren(section);
}

/** The render fault: many nodes that each need style and layout. */
function addHeavyNodes(parent) {
  if (!faults.render) return;
  const heavy = element('div', 'heavy');
  heavy.setAttribute('aria-hidden', 'true');
  for (let i = 0; i < faults.render; i++) heavy.append(element('span', '', String(i)));
  parent.append(heavy);
}

async function addToCart(productId) {
  try {
    const response = await fetch(api('/api/cart'), {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ productId, quantity: 1 }),
    });
    const answer = await response.json();
    if (!response.ok) return showOutcome('failure', answer.title, answer.detail);
    outcome.replaceChildren();
    showCart(answer);
  } catch {
    showUnreachable('Not added');
  }
}

function showUnreachable(title) {
  showOutcome('failure', title, 'The shop did not answer. Please try again.');
}

/** Asks and reads the answer to its end: before that, the browser makes no entry for the request. */
async function ask(url) {
  const response = await fetch(url);
  return response.json();
}

/** What a careless page does before it orders. */
async function prepare() {
  if (faults.debounce) await pause(faults.debounce);
  if (faults['third-party']) await ask(`${thirdPartyUrl}?wait=${faults['third-party']}&no-header=${faults['no-header']}`);
  for (let i = 0; i < faults.duplicate; i++) await ask(api('/api/price'));
  for (let i = 0; i < faults.serial; i++) await ask(check(i));
  await Promise.all(Array.from({ length: faults.parallel }, (_, i) => ask(check(i))));
}

/** The address of one of many different checks. */
function check(i) {
  const round = Math.floor(i / checks.length);
  return api(`/api/checks/${checks[i % checks.length]}${round ? `-${round + 1}` : ''}`);
}

async function postOrder() {
  if (!faults.sync) {
    const response = await fetch(api('/api/orders'), { method: 'POST' });
    return { ok: response.ok, answer: await response.json() };
  }
  const request = new XMLHttpRequest();
  request.open('POST', api('/api/orders'), false);
  request.send();
  return { ok: request.status === 201, answer: JSON.parse(request.responseText) };
}

async function placeOrder(button) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  try {
    // Without a wait before it, a synchronous request must stay inside the click.
    if (faults.debounce || faults['third-party'] || faults.duplicate || faults.serial || faults.parallel) await prepare();
    const { ok, answer } = await postOrder();
    burn(faults.post);
    if (ok) {
      showCart({ lines: [], count: 0, totalCents: 0 });
      showOutcome('success', 'Order confirmed', `Your order number is ${answer.number}.`);
    } else {
      showOutcome('failure', answer.title, answer.detail);
    }
  } catch {
    showUnreachable('Order failed');
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

function listenForOrders() {
  const button = document.getElementById('place-order');
  button.addEventListener('click', event => {
    burn(faults.handler);
    if (faults.navigate) return;
    event.preventDefault();
    placeOrder(button);
  });
  if (faults['input-delay']) delayInput(button);
}

/**
 * The input-delay fault: the pointer reaching the button starts other work, and the click has to wait for it. A browser
 * driver sends move, press and release in one go; a posted task would only run behind all three, so the work is done
 * in the move itself, ahead of the press.
 */
function delayInput(button) {
  let started = false;
  button.addEventListener('pointermove', () => {
    if (started) return;
    started = true;
    burn(faults['input-delay']);
  });
  button.addEventListener('pointerleave', () => { started = false; });
}

if (document.getElementById('products')) {
  showProducts();
  showCart(cart);
  listenForOrders();
} else if (confirmation) {
  addHeavyNodes(outcome.firstElementChild);
}
