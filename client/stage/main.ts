import { mount } from 'svelte';
import '../styles/base.css';
import './stage.css';
import { LiveBoard } from '../lib/board.svelte.ts';
import { readBoot } from '../lib/boot.ts';
import { words } from '../lib/words.ts';
import { Desk } from './steer/desk.svelte.ts';
import Overlay from './overlay/Overlay.svelte';
import { overlayOptions } from './overlay/options.ts';
import { RunSheet } from './steer/run-sheet.ts';
import Stage from './Stage.svelte';

const boot = readBoot();
words.start(boot.language);

const stageToken = decodeURIComponent(location.pathname.split('/')[2] ?? '');
const board = new LiveBoard({ as: 'stage', stageToken, boot });
const options = overlayOptions(location.search);
const target = document.querySelector('#app') ?? document.body;

if (options) {
  // A dark page is painted black by some versions of OBS where it should be transparent.
  document.documentElement.dataset.theme = 'light';
  document.documentElement.dataset.overlay = options.scene;
  mount(Overlay, { target, props: { board, boot, options } });
} else {
  document.documentElement.dataset.theme = 'dark';
  mount(Stage, { target, props: { board, boot, desk: new Desk(board, new RunSheet()) } });
}
