import $ from 'jquery';

$('#go').on('click', () => $.ajax('/api?db=200').then(() => $('#out').text('done')));
