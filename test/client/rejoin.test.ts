import { expect, test } from 'vitest';
import { LiveBoard } from '../../client/lib/board.svelte.ts';
import { askWithin } from '../../client/lib/rejoin.ts';
import { FakeWire } from './fake-wire.ts';
import { makeBoot, makeJoined, makeRound, makeView, memoryKeep } from './views.ts';

async function start(present: number) {
  const wire = new FakeWire();
  const boot = makeBoot({ ...makeView(), present });
  const board = new LiveBoard({ as: 'follower', slug: 'nachttisch', boot, link: wire, keep: memoryKeep() });
  wire.happen('live');
  await wire.accept('board:join', makeJoined({ frame: { seq: 3, present } }));
  return { wire, board };
}

test('[J6] among many a page that missed something waits for its turn, and asks once', async () => {
  const { wire, board } = await start(3_200);
  wire.tell('delta', { seq: 6, changes: [] });
  expect(wire.calls).toEqual([]);
  wire.tell('delta', { seq: 7, changes: [] });
  wire.tell('tally', { seq: 7, present: 3_200 });
  await expect.poll(() => wire.calls.length).toBe(1);
  const view = { ...makeView(makeRound(), 7), present: 3_200 };
  await wire.accept('board:join', makeJoined({ view, frame: { seq: 7, present: 3_200 } }));
  expect(board.view?.seq).toBe(7);
  expect(wire.calls).toEqual([]);
});

test('[J6] a page that was left while it waited for its turn asks for nothing', async () => {
  const { wire, board } = await start(64);
  wire.tell('delta', { seq: 6, changes: [] });
  const within = askWithin({ ...makeView(), present: 64 });
  board.dispose();
  // Timers ring in order: by then its turn has come.
  await new Promise((go) => setTimeout(go, within + 1));
  expect(within).toBeGreaterThan(0);
  expect(wire.calls).toEqual([]);
});

test('[J6] a small room waits for nothing, ten thousand phones ask within two seconds', () => {
  expect(askWithin({ ...makeView(), present: 63 })).toBe(0);
  expect(askWithin({ ...makeView(), present: 1_000 })).toBeLessThan(200);
  expect(askWithin({ ...makeView(), present: 10_000 })).toBeGreaterThan(1_500);
  expect(askWithin({ ...makeView(), present: 10_000 })).toBeLessThan(2_000);
});

test('[J6] when a round ends and is revealed, a phone asks for nothing', async () => {
  const { wire, board } = await start(3_200);
  const counts = { version: 9, ballots: 3, counts: [2, 1, 0] };
  const closed = { ...makeRound(), status: 'closed' as const };
  wire.tell('delta', { seq: 4, changes: [{ kind: 'round', round: closed }] });
  wire.tell('delta', {
    seq: 5,
    changes: [{ kind: 'round', round: { ...closed, status: 'revealed', tally: counts } }],
  });
  wire.tell('tally', { seq: 5, present: 3_200, roundId: 'wood', run: 1, tally: counts });
  expect(board.currentRound).toMatchObject({ status: 'revealed', tally: counts });
  expect(wire.calls).toEqual([]);
});
