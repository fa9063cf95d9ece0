import { createResource, createSignal } from 'solid-js';
import html from 'solid-js/html';
import { render } from 'solid-js/web';

const App = () => {
  const [order, setOrder] = createSignal();
  const [answer] = createResource(order, () => ask('db=200'));
  return html`<button id="go" onClick=${() => setOrder(1)}>go</button><p id="out">${() => answer.loading ? 'ordering' : answer() ? 'done' : 'idle'}</p>`;
};

render(App, element('root'));
