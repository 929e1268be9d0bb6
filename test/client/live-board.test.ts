import { expect, test } from 'vitest';
import { LiveBoard } from '../../client/lib/board.svelte.ts';
import { rejected } from '../../shared/ack.ts';
import { FakeWire } from './fake-wire.ts';
import { makeBoot, makeJoined, makeRound, makeView, memoryKeep } from './views.ts';

function start(boot = makeBoot(), keep = memoryKeep(), now = () => 50_000) {
  const wire = new FakeWire();
  const board = new LiveBoard({ as: 'follower', slug: 'nachttisch', boot, link: wire, keep, now });
  return { wire, board, keep };
}

test('the page paints from the boot view, then joins and is live', async () => {
  const { wire, board } = start();
  expect(board.view?.head.title).toBe('Nachttisch');
  expect(board.status).toBe('loading');
  wire.happen('live');
  expect(await wire.accept('board:join', makeJoined())).toEqual({
    as: 'follower',
    slug: 'nachttisch',
    seq: 3,
  });
  expect(board.status).toBe('live');
});

test('deltas and frames move the view; old ones change nothing', async () => {
  const { wire, board } = start();
  wire.happen('live');
  await wire.accept('board:join', makeJoined());
  const tally = { version: 2, ballots: 1, counts: [1, 0, 0] };
  wire.tell('tally', { seq: 3, present: 9, roundId: 'wood', run: 1, tally });
  wire.tell('tally', {
    seq: 3,
    present: 8,
    roundId: 'wood',
    run: 1,
    tally: { ...tally, version: 1, ballots: 0 },
  });
  expect(board.view?.present).toBe(8);
  expect(board.currentRound?.tally).toEqual(tally);
  wire.tell('delta', { seq: 4, changes: [{ kind: 'round', round: { ...makeRound(), status: 'closed' } }] });
  expect(board.currentRound?.status).toBe('closed');
});

test('after a gap the view is asked for again, once', async () => {
  const { wire, board } = start();
  wire.happen('live');
  await wire.accept('board:join', makeJoined());
  wire.tell('delta', { seq: 6, changes: [] });
  wire.tell('delta', { seq: 7, changes: [] });
  expect(wire.calls.map(({ event }) => event)).toEqual(['board:join']);
  await wire.accept(
    'board:join',
    makeJoined({ view: makeView(makeRound(), 7), frame: { seq: 7, present: 1 } }),
  );
  expect(board.view?.seq).toBe(7);
});

test('a lost connection is told, and joined again with the seq it holds', async () => {
  const { wire, board } = start();
  wire.happen('live');
  await wire.accept('board:join', makeJoined());
  wire.happen('lost');
  expect(board.status).toBe('lost');
  wire.happen('live');
  expect(wire.take('board:join').command).toMatchObject({ seq: 3 });
});

test('a page that wakes on a dead connection makes a new one', async () => {
  const { wire } = start();
  wire.happen('live');
  await wire.accept('board:join', makeJoined());
  wire.happen('woke');
  await wire.take('board:join').answer(rejected('unavailable'));
  expect(wire.reconnects).toBe(1);
});

test('a board that does not exist is missing; one that was removed is gone', async () => {
  const missing = start();
  missing.wire.happen('live');
  await missing.wire.take('board:join').answer(rejected('not_found'));
  expect(missing.board.status).toBe('missing');

  const gone = start();
  gone.wire.happen('live');
  await gone.wire.accept('board:join', makeJoined());
  gone.wire.tell('gone');
  expect(gone.board.status).toBe('gone');
  gone.wire.happen('live');
  expect(gone.wire.calls).toEqual([]);
});

test('the server says when to hide the tally: who has voted asks for its own view', async () => {
  const hidden = makeRound({ results: 'after-vote', tally: { version: 4, ballots: 2, counts: null } });
  const { wire } = start(makeBoot(makeView(hidden)));
  wire.happen('live');
  expect(wire.take('board:join').command).toEqual({ as: 'follower', slug: 'nachttisch' });
});

test('time is the server’s, whatever the device believes', async () => {
  let local = 1_000;
  const { wire, board } = start(makeBoot(makeView(), 500_000), memoryKeep(), () => local);
  expect(board.serverNow()).toBe(500_000);
  wire.happen('live');
  local += 100;
  await wire.accept('board:join', makeJoined({ now: 500_050 }));
  expect(board.serverNow()).toBe(500_100);
});

test('the order of drafts is this device’s own and the same after a reload', async () => {
  const drafts = Array.from({ length: 9 }, (_, place) => `draft-${place}`);
  const boot = makeBoot(makeView(makeRound({}, drafts)));
  const first = start(boot);
  expect(first.board.order('wood')).toBeNull();
  first.wire.happen('live');
  await first.wire.accept('board:join', makeJoined());
  const order = first.board.order('wood');
  expect(order?.map(({ id }) => id)).not.toEqual(drafts);
  expect(start(boot, first.keep).board.order('wood')).toEqual(order);
});

test('[T8] only what is on the ballot stands in the order, and what comes later moves nothing', async () => {
  const idea = (id: string, state: 'shown' | 'folded' = 'shown') => {
    return { id, title: id, text: '', picture: null, alt: '', state, at: 1 };
  };
  const entries = Array.from({ length: 9 }, (_, place) => idea(`idea-${place}`));
  const ideas = { whileVoting: true, review: false, pictures: false, each: 5 };
  const { wire, board } = start(makeBoot(makeView(makeRound({ kind: 'ideas', ideas, entries }))));
  wire.happen('live');
  await wire.accept('board:join', makeJoined());
  const ids = () => board.order('wood')?.map(({ id }) => id);
  const before = ids();
  const changes = [
    { kind: 'entry', roundId: 'wood', at: 4, entry: idea('idea-4', 'folded') },
    { kind: 'entry', roundId: 'wood', at: 9, entry: idea('idea-9') },
  ] as const;
  wire.tell('delta', { seq: 4, changes });
  expect(ids()).toHaveLength(9);
  expect(ids()?.filter((id) => id !== 'idea-9')).toEqual(before?.filter((id) => id !== 'idea-4'));
});

test('a move that builds on counts this page does not hold makes it ask again', async () => {
  const { wire, board } = start();
  wire.happen('live');
  await wire.accept('board:join', makeJoined());
  const move = { since: 0, version: 1, ballots: 1, at: [2], counts: [1] };
  wire.tell('tally', { seq: 3, present: 2, roundId: 'wood', run: 1, move });
  expect(board.currentRound?.tally.counts).toEqual([0, 0, 1]);
  expect(wire.calls).toEqual([]);
  wire.tell('tally', {
    seq: 3,
    present: 2,
    roundId: 'wood',
    run: 1,
    move: { ...move, since: 2, version: 3 },
  });
  expect(wire.calls).toMatchObject([{ event: 'board:join' }]);
});
