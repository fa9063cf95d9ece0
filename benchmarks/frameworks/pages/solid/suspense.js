import { createResource, createSignal, Suspense } from 'solid-js';
import html from 'solid-js/html';
import { render } from 'solid-js/web';

const App = () => {
  const [on, setOn] = createSignal();
  const [answer] = createResource(on, () => ask('db=200'));
  return html`<button id="go" onClick=${() => setOn(1)}>go</button><${Suspense} fallback="loading"><p id="out">${() => answer() && 'done'}</p><//>`;
};

render(App, element('root'));
