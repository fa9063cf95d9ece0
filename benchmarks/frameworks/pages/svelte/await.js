import { mount } from 'svelte';
import Await from './await.svelte';

mount(Await, { target: element('root') });
