// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import Below from '../../client/follower/Below.svelte';
import { LiveBoard } from '../../client/lib/board.svelte.ts';
import { words } from '../../client/lib/words.ts';
import type { BoardView } from '../../shared/board-view.ts';
import { FakeWire } from './fake-wire.ts';
import { show } from './shown.ts';
import { makeBoot, makeRound, makeView, memoryKeep } from './views.ts';

test.each([
  ['before any round was opened', 0, false],
  ['once one was', 1, true],
])('[G1] %s (%i runs), the version of the rules is told: %s', (_when, run, isTold) => {
  const view = makeView(makeRound({ status: 'draft', run }));
  expect(textBelow(view).includes('Fassung 1')).toBe(isTold);
});

test('[G1] a version that came after the first is told also where the round that was open is gone', () => {
  const view = makeView(makeRound({ status: 'draft', run: 0 }));
  const changes = [{ version: 2, at: 5, topics: ['ties'], whileOpen: false }] as const;
  expect(textBelow({ ...view, head: { ...view.head, rules: { version: 2, changes } } })).toContain(
    'Fassung 2',
  );
});

function textBelow(view: BoardView): string {
  words.start('de');
  const boot = makeBoot(view);
  const board = new LiveBoard({ as: 'follower', slug: 'b', boot, link: new FakeWire(), keep: memoryKeep() });
  const round = view.rounds[0] ?? null;
  return show(Below, {
    board,
    view,
    round,
    maker: 'Tischlerei',
    now: 0,
    publicUrl: 'https://board.example',
  }).text();
}
