import { lazy, Suspense, useState, useTransition } from 'react';
import { createRoot } from 'react-dom/client';

const address = '/module.js?cdn=200';
const Result = lazy(async () => {
  await import(address);
  return { default: () => <p id="out">done</p> };
});

// In a transition the old view stays until the new one's code is there.
const App = () => {
  const [on, setOn] = useState(false);
  const [, startTransition] = useTransition();
  return <><button id="go" onClick={() => startTransition(() => setOn(true))}>go</button><Suspense>{on && <Result />}</Suspense></>;
};

createRoot(element('root')).render(<App />);
