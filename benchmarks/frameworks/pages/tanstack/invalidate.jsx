import { QueryClient, QueryClientProvider, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';

// What is saved makes the list stale, and that is asked for again.
const App = () => {
  const client = useQueryClient();
  const list = useQuery({ queryKey: ['list'], queryFn: async ({ signal }) => [await ask(client.saved ? 'db=220' : 'db=1', { signal }), client.saved] });
  const save = useMutation({
    mutationFn: () => ask('auth=60', { method: 'POST' }),
    onSuccess: () => {
      client.saved = true;
      return client.invalidateQueries({ queryKey: ['list'] });
    },
  });
  return <><button id="go" disabled={!list.data} onClick={() => save.mutate()}>go</button><p id="out">{list.data?.[1] ? 'done' : 'old'}</p></>;
};

createRoot(element('root')).render(<QueryClientProvider client={new QueryClient()}><App /></QueryClientProvider>);
