import Alpine from 'alpinejs';

Alpine.data('order', () => ({
  state: 'idle',
  async order() {
    this.state = 'ordering';
    await ask('db=200');
    this.state = 'done';
  },
}));
Alpine.start();
