import { startTransition, useState } from 'react';
import { createRoot } from 'react-dom/client';

const Row = ({ last }) => {
  burn(6);
  return <li id={last ? 'out' : undefined}>{last ? 'done' : 'row'}</li>;
};

// A hundred rows of 6 ms: concurrent rendering gives way to the browser between any two.
const App = () => {
  const [shown, setShown] = useState(false);
  return (
    <>
      <button id="go" onClick={() => startTransition(() => setShown(true))}>go</button>
      <ul>{shown && Array.from({ length: 100 }, (_, n) => <Row key={n} last={n === 99} />)}</ul>
    </>
  );
};

createRoot(element('root')).render(<App />);
