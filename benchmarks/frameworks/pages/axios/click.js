import axios from 'axios';

onGo(async () => {
  await axios.get('/api?db=200');
  element('out').textContent = 'done';
});
