/** @jsxImportSource preact */
import { render } from 'preact';
import { useState } from 'preact/hooks';

const App = () => {
  const [state, setState] = useState('idle');
  const order = async () => {
    setState('ordering');
    await ask('db=200');
    setState('done');
  };
  return <><button id="go" onClick={order}>go</button><p id="out">{state}</p></>;
};

render(<App />, element('root'));
