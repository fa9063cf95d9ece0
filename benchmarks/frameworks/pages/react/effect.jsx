import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const Result = () => {
  const [answer, setAnswer] = useState(null);
  useEffect(() => {
    ask('db=200').then(setAnswer);
  }, []);
  return <p id="out">{answer ? 'done' : 'loading'}</p>;
};

const App = () => {
  const [on, setOn] = useState(false);
  return <><button id="go" onClick={() => setOn(true)}>go</button>{on && <Result />}</>;
};

createRoot(element('root')).render(<App />);
