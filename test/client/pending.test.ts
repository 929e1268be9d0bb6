import { expect, test } from 'vitest';
import { LiveBoard } from '../../client/lib/board.svelte.ts';
import { rejected } from '../../shared/ack.ts';
import { FakeWire } from './fake-wire.ts';
import { makeBoot, makeJoined, makeRound, makeView, memoryKeep } from './views.ts';

const tally = { version: 1, ballots: 1, counts: [0, 1, 0] };

async function start(keep = memoryKeep(), boot = makeBoot()) {
  const wire = new FakeWire();
  const board = new LiveBoard({ as: 'follower', slug: 's', boot, link: wire, keep, now: () => 50_000 });
  const join = async (fields = {}) => {
    wire.happen('live');
    await wire.accept('board:join', makeJoined(fields));
  };
  return { wire, board, keep, join };
}

test('a ballot cast offline survives the reload, is sent on joining, and is dropped once counted', async () => {
  const offline = await start();
  offline.board.cast('wood', ['walnut']);
  expect(offline.board.pending('wood')?.entries).toEqual(['walnut']);
  expect(offline.wire.calls).toEqual([]);

  const reloaded = await start(offline.keep);
  expect(reloaded.board.pending('wood')?.entries).toEqual(['walnut']);
  await reloaded.join();
  const { boardId: _, ...ballot } = await reloaded.wire.accept('ballot:cast', {
    ballot: { roundId: 'wood', run: 1, rev: 50_000, entries: ['walnut'] },
    tally,
  });
  expect(ballot).toEqual({ roundId: 'wood', run: 1, rev: 50_000, entries: ['walnut'] });
  expect(reloaded.board.pending('wood')).toBeNull();
  expect(reloaded.board.ownBallot('wood')?.entries).toEqual(['walnut']);
  expect(reloaded.board.currentRound?.tally).toEqual(tally);
  expect((await start(offline.keep)).board.pending('wood')).toBeNull();
});

test('a mind changed while the first ballot travels goes out next, with a higher rev', async () => {
  const { wire, board, join } = await start();
  await join();
  board.cast('wood', ['oak']);
  board.cast('wood', ['ash']);
  const first = wire.take('ballot:cast');
  expect(wire.calls).toEqual([]);
  await first.answer(rejected('unavailable'));
  wire.happen('lost');
  await join();
  const { rev, entries } = wire.take('ballot:cast').command;
  expect(entries).toEqual(['ash']);
  expect(rev).toBeGreaterThan(first.command.rev as number);
});

test('a final no drops the ballot and says why; the ballot counted before stays', async () => {
  const { wire, board, keep, join } = await start();
  await join({ ballots: [{ roundId: 'wood', run: 1, rev: 9, entries: ['oak'] }] });
  board.cast('wood', ['ash']);
  await wire.take('ballot:cast').answer(rejected('round_closed'));
  expect(board.pending('wood')).toBeNull();
  expect(board.refused('wood')).toEqual({ code: 'round_closed' });
  expect(board.ownBallot('wood')?.entries).toEqual(['oak']);
  expect([...keep.kept.keys()]).not.toContain('mitwerk.pending.board');
});

test('a fault of the server keeps the ballot pending, and says so until it is counted', async () => {
  const { wire, board, join } = await start();
  await join();
  board.cast('wood', ['ash']);
  await wire.take('ballot:cast').answer(rejected('unavailable'));
  expect(board.pending('wood')?.entries).toEqual(['ash']);
  expect(board.refused('wood')).toEqual({ code: 'unavailable' });
  wire.happen('lost');
  await join();
  await wire.accept('ballot:cast', { ballot: { roundId: 'wood', run: 1, rev: 50_000, entries: ['ash'] } });
  expect([board.pending('wood'), board.refused('wood')]).toEqual([null, null]);
});

test('another window of this device voted: its ballot is shown, an older one is not', async () => {
  const { wire, board, join } = await start();
  await join({ ballots: [{ roundId: 'wood', run: 1, rev: 100, entries: ['oak'] }] });
  wire.tell('ballot', { ballot: { roundId: 'wood', run: 1, rev: 101, entries: ['ash'] }, tally });
  wire.tell('ballot', { ballot: { roundId: 'wood', run: 1, rev: 99, entries: ['walnut'] }, tally });
  expect(board.ownBallot('wood')?.entries).toEqual(['ash']);
});

test('a reopened round starts without the ballot of its earlier run', async () => {
  const { wire, board, join } = await start();
  await join({ ballots: [{ roundId: 'wood', run: 1, rev: 100, entries: ['oak'] }] });
  wire.tell('delta', { seq: 4, changes: [{ kind: 'round', round: makeRound({ run: 2 }) }] });
  expect(board.ownBallot('wood')).toBeNull();
});

test('a reopened round says nothing of a ballot that its earlier run refused', async () => {
  const { wire, board, join } = await start();
  await join();
  board.cast('wood', ['oak']);
  await wire.take('ballot:cast').answer(rejected('round_closed'));
  wire.tell('delta', { seq: 4, changes: [{ kind: 'round', round: makeRound({ status: 'closed' }) }] });
  expect(board.refused('wood')).toEqual({ code: 'round_closed' });
  wire.tell('delta', { seq: 5, changes: [{ kind: 'round', round: makeRound({ run: 2 }) }] });
  expect(board.refused('wood')).toBeNull();
});

test('[V1] a ballot that missed the reopening is refused in the new run, until the next is cast', async () => {
  const { wire, board, join } = await start();
  await join();
  board.cast('wood', ['oak']);
  const late = wire.take('ballot:cast');
  wire.tell('delta', { seq: 4, changes: [{ kind: 'round', round: makeRound({ run: 2 }) }] });
  await late.answer(rejected('run_over'));
  expect(board.refused('wood')).toEqual({ code: 'run_over' });
  board.cast('wood', ['oak']);
  expect(board.refused('wood')).toBeNull();
});

test('[V5] points travel with their entries, also after a reload', async () => {
  const offline = await start();
  offline.board.cast('wood', ['oak', 'ash'], [3, 2]);
  const { join, wire } = await start(offline.keep);
  await join();
  expect(wire.take('ballot:cast').command).toMatchObject({ entries: ['oak', 'ash'], points: [3, 2] });
});

test('[V6] a withdrawn ballot goes out empty; once it counts there is none, and the next has a higher rev', async () => {
  const { wire, board, join } = await start();
  const hidden = { version: 5, ballots: 1, counts: null };
  await join({ ballots: [{ roundId: 'wood', run: 1, rev: 90_000, entries: ['oak'] }] });
  board.cast('wood', []);
  expect(board.pending('wood')).toMatchObject({ entries: [], rev: 90_001 });
  expect(board.ownBallot('wood')?.entries).toEqual(['oak']);
  const { rev } = wire.calls[0]?.command ?? {};
  await wire.accept('ballot:cast', { ballot: { roundId: 'wood', run: 1, rev, entries: [] }, tally: hidden });
  expect([board.ownBallot('wood'), board.pending('wood')]).toEqual([null, null]);
  expect(board.currentRound?.tally).toEqual(hidden);
  board.cast('wood', ['ash']);
  expect(wire.take('ballot:cast').command).toMatchObject({ rev: 90_002 });
});

test('an answer without a tally leaves the counts to the next tick', async () => {
  const { wire, board, join } = await start();
  await join();
  const before = board.currentRound?.tally;
  board.cast('wood', ['ash']);
  await wire.accept('ballot:cast', { ballot: { roundId: 'wood', run: 1, rev: 50_000, entries: ['ash'] } });
  expect(board.ownBallot('wood')?.entries).toEqual(['ash']);
  expect(board.currentRound?.tally).toEqual(before);
});

test('spoiled storage is no fault', async () => {
  const keep = memoryKeep();
  for (const spoiled of ['{', 'null', '[{"roundId":3}]', '{"a":1}']) {
    keep.write('mitwerk.pending.board', spoiled);
    expect((await start(keep, makeBoot(makeView()))).board.pending('wood')).toBeNull();
  }
});
