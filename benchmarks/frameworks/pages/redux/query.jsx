import { configureStore } from '@reduxjs/toolkit';
import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';

const api = createApi({
  baseQuery: fetchBaseQuery({ baseUrl: '/', responseHandler: 'text' }),
  endpoints: build => ({ order: build.mutation({ query: () => ({ url: 'api?db=200', method: 'POST' }) }) }),
});
const store = configureStore({ reducer: { [api.reducerPath]: api.reducer }, middleware: usual => usual().concat(api.middleware) });

const App = () => {
  const [order, { status }] = api.useOrderMutation();
  return <><button id="go" onClick={() => order()}>go</button><p id="out">{status === 'fulfilled' ? 'done' : status}</p></>;
};

createRoot(element('root')).render(<Provider store={store}><App /></Provider>);
