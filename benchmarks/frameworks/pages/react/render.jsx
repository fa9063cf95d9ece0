import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const Result = () => {
  burn(45);
  return 'done';
};

const App = () => {
  const [answer, setAnswer] = useState(null);
  return <><button id="go" onClick={async () => setAnswer(await ask('db=200'))}>go</button><p id="out">{answer ? <Result /> : 'idle'}</p></>;
};

createRoot(element('root')).render(<App />);
