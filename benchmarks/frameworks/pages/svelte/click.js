import { mount } from 'svelte';
import Click from './click.svelte';

mount(Click, { target: element('root') });
