// @vitest-environment happy-dom
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import LiveControls from '../../client/studio/live/LiveControls.svelte';
import type { LiveActions } from '../../client/studio/live/actions.ts';
import { type Ack, accepted, rejected } from '../../shared/ack.ts';
import type { Picture } from '../../shared/entry.ts';
import { createRawSnippet } from 'svelte';
import { settled, show } from './shown.ts';
import { sheetOf } from './studio-sheet.ts';

const picture: Picture = { hash: 'a'.repeat(32), width: 4, height: 3, blur: '' };

/** Uploads under way, which the test answers. */
const uploads: ((ack: Ack<Picture>) => Promise<void>)[] = [];

class Request {
  responseText = '';
  readonly upload = {};
  onload = () => {};
  open() {}
  setRequestHeader() {}
  abort() {}
  send() {
    uploads.push(async (ack) => {
      this.responseText = JSON.stringify(ack);
      this.onload();
      await settled();
    });
  }
}

beforeEach(() => {
  uploads.length = 0;
  vi.stubGlobal('XMLHttpRequest', Request);
  onTestFinished(() => void vi.unstubAllGlobals());
});

async function uploading() {
  const sheet = await sheetOf();
  const { desk } = sheet;
  const bar = show(LiveControls, {
    get view() {
      return desk.view ?? sheet.view;
    },
    get step() {
      return desk.step ?? ({ kind: 'add-round' } as const);
    },
    now: 0,
    locked: false,
    stepping: false,
    alone: false,
    actions: desk.live as LiveActions,
    children: createRawSnippet(() => ({ render: () => '<p></p>' })),
  });
  const next = () => bar.target.querySelector<HTMLElement>('.next button');
  desk.live.addFiles(sheet.round, [new File(['x'], 'esche.jpg', { type: 'image/jpeg' })]);
  await settled();
  return { ...sheet, next };
}

test('while a photo is on its way the round does not open, and says why', async () => {
  const { next, called, wire } = await uploading();
  expect(next()?.textContent).toContain('1 Foto kommt noch');
  expect(next()?.getAttribute('aria-disabled')).toBe('true');
  next()?.click();
  expect(called()).toEqual([]);
  await uploads[0]?.(accepted(picture));
  expect(next()?.textContent).toContain('1 Foto kommt noch');
  await wire.accept('draft:add', { draftIds: ['new'] });
  await settled();
  expect(next()?.textContent).toContain('Runde öffnen');
  next()?.click();
  expect(called()).toEqual(['round:open']);
});

test('a step asked for elsewhere is told why it waits', async () => {
  const { desk, round, called } = await uploading();
  desk.live.open(round);
  expect(called()).toEqual([]);
  expect(desk.commands.undoable?.text).toBe('1 Foto kommt noch');
});

test('a photo that is given up holds nothing up', async () => {
  const { next, desk, tap } = await uploading();
  await tap('esche.jpg');
  expect(desk.drafts.uploads.of('wood')).toEqual([]);
  expect(next()?.textContent).toContain('Runde öffnen');
});

test('a photo that failed holds nothing up, and stays in sight when the round is open', async () => {
  const { next, text, change, round } = await uploading();
  await uploads[0]?.(rejected('unavailable'));
  expect(next()?.textContent).toContain('Runde öffnen');
  const { entries: _, ...head } = round;
  await change({ kind: 'round', round: { ...head, status: 'open', run: 1 } });
  expect(text()).toContain('esche.jpg');
  expect(text()).toContain('Das Foto liegt noch hier');
});
