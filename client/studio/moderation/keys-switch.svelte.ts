import { browserKeep } from '../../lib/keep.ts';

const KEY = 'mitwerk.keys';
const keep = browserKeep();
let off = $state(keep.read(KEY) === 'off');

/** Single keys can be switched off: whoever speaks to the computer would set them off by chance. */
export const keysSwitch = {
  get on(): boolean {
    return !off;
  },
  set on(on: boolean) {
    off = !on;
    keep.write(KEY, on ? null : 'off');
  },
};
