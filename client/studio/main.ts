import '../styles/base.css';
import './studio.css';
import { mount } from 'svelte';
import { readBoot } from '../lib/boot.ts';
import { words } from '../lib/words.ts';
import Studio from './Studio.svelte';

const boot = readBoot();
words.start(boot.language);
const target = document.getElementById('app');
if (target) mount(Studio, { target, props: { boot } });
