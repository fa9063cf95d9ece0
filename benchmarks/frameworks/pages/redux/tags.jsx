import { configureStore } from '@reduxjs/toolkit';
import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';

let saved = false;
const api = createApi({
  baseQuery: fetchBaseQuery({ baseUrl: '/', responseHandler: 'text' }),
  tagTypes: ['List'],
  endpoints: build => ({
    list: build.query({ query: () => saved ? 'api?db=220' : 'api?db=1', transformResponse: () => saved ? 'done' : 'old', providesTags: ['List'] }),
    save: build.mutation({ query: () => ({ url: 'api?auth=60', method: 'POST' }), transformResponse: () => { saved = true; }, invalidatesTags: ['List'] }),
  }),
});
const store = configureStore({ reducer: { [api.reducerPath]: api.reducer }, middleware: usual => usual().concat(api.middleware) });

// What is saved makes the list stale, and that is asked for again.
const App = () => {
  const { data } = api.useListQuery();
  const [save] = api.useSaveMutation();
  return <><button id="go" disabled={!data} onClick={() => save()}>go</button><p id="out">{data}</p></>;
};

createRoot(element('root')).render(<Provider store={store}><App /></Provider>);
