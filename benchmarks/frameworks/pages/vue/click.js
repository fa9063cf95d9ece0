import { createApp, ref } from 'vue/dist/vue.esm-bundler.js';

createApp({
  setup: () => {
    const state = ref('idle');
    const order = async () => {
      state.value = 'ordering';
      await ask('db=200');
      state.value = 'done';
    };
    return { state, order };
  },
  template: '<button id="go" @click="order">go</button><p id="out">{{ state }}</p>',
}).mount('#root');
