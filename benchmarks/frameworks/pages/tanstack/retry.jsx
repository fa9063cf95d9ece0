import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

let asked = 0;
const load = async () => {
  const answer = await fetch(asked++ ? '/api?db=100' : '/api?db=100&status=503');
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
};

const App = () => {
  const [on, setOn] = useState(false);
  const { isSuccess } = useQuery({ queryKey: ['order'], queryFn: load, enabled: on, retryDelay: 400 });
  return <><button id="go" onClick={() => setOn(true)}>go</button><p id="out">{isSuccess ? 'done' : 'waiting'}</p></>;
};

createRoot(element('root')).render(<QueryClientProvider client={new QueryClient()}><App /></QueryClientProvider>);
