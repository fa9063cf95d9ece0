import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const App = () => {
  const [state, setState] = useState('idle');
  const order = async () => {
    setState('ordering');
    await ask('db=200');
    setState('done');
  };
  return <><button id="go" onClick={order}>go</button><p id="out">{state}</p></>;
};

createRoot(element('root')).render(<App />);
