import axios from 'axios';

// A token has run out: the interceptor gets another one and asks again.
let token = 'old';
axios.interceptors.response.use(answer => answer, async error => {
  token = (await axios.get('/api?auth=170&token=new')).config.url;
  return axios.get('/api?db=50');
});

onGo(async () => {
  await axios.get('/api?gateway=20&status=401', { headers: { Authorization: `Bearer ${token}` } });
  element('out').textContent = 'done';
});
