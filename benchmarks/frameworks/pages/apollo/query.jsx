import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider, useLazyQuery } from '@apollo/client/react';
import { createRoot } from 'react-dom/client';

const answer = encodeURIComponent('{"data":{"order":{"__typename":"Order","id":"1","state":"done"}}}');
const client = new ApolloClient({ link: new HttpLink({ uri: `/api?db=200&type=application/json&body=${answer}` }), cache: new InMemoryCache() });
const Order = gql`query { order { id state } }`;

const App = () => {
  const [load, { data }] = useLazyQuery(Order);
  return <><button id="go" onClick={() => load()}>go</button><p id="out">{data?.order.state ?? 'idle'}</p></>;
};

createRoot(element('root')).render(<ApolloProvider client={client}><App /></ApolloProvider>);
