import { Suspense, use, useState } from 'react';
import { createRoot } from 'react-dom/client';

const Result = ({ answer }) => <p id="out">{use(answer) && 'done'}</p>;

// React keeps a fallback for 300 ms once it is shown, whenever the answer comes.
const App = () => {
  const [answer, setAnswer] = useState(null);
  return (
    <>
      <button id="go" onClick={() => setAnswer(ask(query))}>go</button>
      {answer && <Suspense fallback={<p>loading</p>}><Result answer={answer} /></Suspense>}
    </>
  );
};

createRoot(element('root')).render(<App />);
