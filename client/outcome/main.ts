import { mount } from 'svelte';
import '../styles/base.css';
import './print.css';
import { readBoot } from '../lib/boot.ts';
import { words } from '../lib/words.ts';
import OutcomePage from './OutcomePage.svelte';

const boot = readBoot();
words.start(boot.language);
const target = document.getElementById('app') ?? document.body;
const slug = /^\/b\/([^/]+)/.exec(location.pathname)?.[1] ?? '';
mount(OutcomePage, { target, props: { boot, slug: decodeURIComponent(slug) } });
// The studio's way to print: the pictures are there once the page has loaded.
if (new URLSearchParams(location.search).has('print')) {
  if (document.readyState === 'complete') print();
  else addEventListener('load', () => print(), { once: true });
}
