import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';

const App = () => {
  const order = useMutation({ mutationFn: () => ask('db=200', { method: 'POST' }) });
  return <><button id="go" onClick={() => order.mutate()}>go</button><p id="out">{order.isSuccess ? 'done' : order.status}</p></>;
};

createRoot(element('root')).render(<QueryClientProvider client={new QueryClient()}><App /></QueryClientProvider>);
