import { useOptimistic, useState, useTransition } from 'react';
import { createRoot } from 'react-dom/client';

const App = () => {
  const [rows, setRows] = useState([]);
  const [shown, add] = useOptimistic(rows, (old, row) => [...old, row]);
  const [, startTransition] = useTransition();
  const save = () => startTransition(async () => {
    add('saving');
    await ask('db=200');
    startTransition(() => setRows([...rows, 'done']));
  });
  return <><button id="go" onClick={save}>go</button><ul id="out">{shown.map((row, n) => <li key={n}>{row}</li>)}</ul></>;
};

createRoot(element('root')).render(<App />);
