import { useState, useTransition } from 'react';
import { createRoot } from 'react-dom/client';

const App = () => {
  const [state, setState] = useState('idle');
  const [pending, startTransition] = useTransition();
  const order = () => startTransition(async () => {
    await ask('db=200');
    startTransition(() => setState('done'));
  });
  return <><button id="go" onClick={order}>go</button><p id="out">{pending ? 'ordering' : state}</p></>;
};

createRoot(element('root')).render(<App />);
