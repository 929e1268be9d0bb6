import { mount } from 'svelte';
import '../styles/base.css';
import { readBoot } from '../lib/boot.ts';
import { words } from '../lib/words.ts';
import Follower from './Follower.svelte';

const boot = readBoot();
words.start(boot.language);
const target = document.getElementById('app') ?? document.body;
const slug = /^\/b\/([^/]+)/.exec(location.pathname)?.[1];
mount(Follower, { target, props: { boot, slug: slug === undefined ? null : decodeURIComponent(slug) } });
