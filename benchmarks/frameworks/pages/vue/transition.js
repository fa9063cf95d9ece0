import { createApp, ref } from 'vue/dist/vue.esm-bundler.js';

// The old content goes for as long as its style says before the new one comes.
createApp({
  setup: () => {
    const state = ref('idle');
    const order = async () => {
      await ask('db=200');
      state.value = 'done';
    };
    return { state, order };
  },
  template: '<button id="go" @click="order">go</button><Transition name="fade" mode="out-in"><p :id="state === \'done\' ? \'out\' : null" :key="state">{{ state }}</p></Transition>',
}).mount('#root');
