import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const App = () => {
  const [on, setOn] = useState(false);
  const user = useQuery({ queryKey: ['user'], queryFn: () => ask('auth=60'), enabled: on });
  const orders = useQuery({ queryKey: ['orders', user.data], queryFn: () => ask('db=220'), enabled: !!user.data });
  return <><button id="go" onClick={() => setOn(true)}>go</button><p id="out">{orders.data ? 'done' : 'idle'}</p></>;
};

createRoot(element('root')).render(<QueryClientProvider client={new QueryClient()}><App /></QueryClientProvider>);
