import $ from 'jquery';

$('#go').on('click', async () => {
  await $.ajax('/api?db=60');
  $('#old').fadeOut(300, () => $('#out').text('done'));
});
