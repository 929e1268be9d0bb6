import { expect, test } from 'vitest';
import { openRound } from '../../server/domain/run.ts';
import { viewBoard } from '../../server/domain/view.ts';
import { applyCast, applyDelta, applyFrame } from '../../shared/apply.ts';
import type { BoardView, RoundView, TallyFrame } from '../../shared/board-view.ts';
import { aBoardWith, decided } from '../support/boards.ts';

const board = decided(aBoardWith(['oak', 'ash']), (now) => openRound(now, 'legs', 2_000));
const tally = { version: 4, ballots: 3, counts: new Map([['ash', 3]]) };
const view: BoardView = viewBoard(board, () => tally, 'follower', 7);
const retitled = { kind: 'board' as const, head: { ...view.head, title: 'Beistelltisch' } };
const frame = (changes: Partial<TallyFrame> = {}): TallyFrame => ({
  seq: view.seq,
  present: 9,
  roundId: 'legs',
  run: 1,
  tally: { version: 5, ballots: 4, counts: [1, 3] },
  ...changes,
});
const first = (applied: BoardView | 'stale') => (applied === 'stale' ? applied : applied.rounds[0]);

test('the next delta is applied', () => {
  const applied = applyDelta(view, { seq: view.seq + 1, changes: [retitled] });
  expect(applied).toEqual({ ...view, seq: view.seq + 1, head: retitled.head });
});

test('an old delta, or the same again, changes nothing', () => {
  expect(applyDelta(view, { seq: view.seq, changes: [retitled] })).toBe(view);
  expect(applyDelta(view, { seq: view.seq - 1, changes: [retitled] })).toBe(view);
});

test('a delta after a gap makes the view stale', () => {
  expect(applyDelta(view, { seq: view.seq + 2, changes: [retitled] })).toBe('stale');
});

test('[N3] one that holds several changes is applied by whoever has the version before the first, or a later one', () => {
  const told = (since: number) => applyDelta(view, { seq: view.seq + 3, since, changes: [retitled] });
  for (const since of [view.seq, view.seq - 1]) {
    expect(told(since)).toEqual({ ...view, seq: view.seq + 3, head: retitled.head });
  }
  expect(told(view.seq + 1)).toBe('stale');
});

test('the next frame moves the tally and the presence', () => {
  const applied = applyFrame(view, frame());
  expect(applied).toMatchObject({ present: 9 });
  expect(first(applied)).toMatchObject({ tally: { version: 5, ballots: 4, counts: [1, 3] } });
});

test('a frame with an older tally, of another run, or of an older board moves only the presence', () => {
  const moved = { ...view, present: 9 };
  expect(applyFrame(view, frame({ tally: { version: 3, ballots: 2, counts: [0, 2] } }))).toEqual(moved);
  expect(applyFrame(view, frame({ run: 2 }))).toEqual(moved);
  expect(applyFrame(view, frame({ roundId: 'arms' }))).toEqual(moved);
  expect(applyFrame(view, frame({ seq: view.seq - 1 }))).toEqual(moved);
  expect(applyFrame(view, { seq: view.seq, present: 9 })).toEqual(moved);
});

test('a frame of a newer board makes the view stale', () => {
  expect(applyFrame(view, frame({ seq: view.seq + 1 }))).toBe('stale');
});

test('frames applied twice or in another order end at the newest', () => {
  const newer = frame({ tally: { version: 6, ballots: 5, counts: [2, 3] } });
  const ends = [
    [frame(), newer],
    [newer, frame()],
    [newer, newer],
  ].map((frames) =>
    frames.reduce<BoardView | 'stale'>((now, next) => (now === 'stale' ? now : applyFrame(now, next)), view),
  );
  for (const end of ends) expect(first(end)).toMatchObject({ tally: newer.tally });
});

test('a move is added to the counts of its time; what is older has missed something, what is newer knows it', () => {
  const { tally: _, ...head } = frame();
  const move = { since: 4, version: 6, ballots: 5, at: [0], counts: [2] };
  expect(first(applyFrame(view, { ...head, move }))).toMatchObject({
    tally: { version: 6, ballots: 5, counts: [2, 3] },
  });
  expect(applyFrame(view, { ...head, move: { ...move, since: 5 } })).toBe('stale');
  expect(applyFrame(view, { ...head, move: { ...move, since: 3, version: 4 } })).toEqual({
    ...view,
    present: 9,
  });
  expect(applyFrame(view, { ...head, run: 2, move: { ...move, since: 5 } })).toMatchObject({ present: 9 });
});

test('a frame without counts takes none away, and what moves next is not added to older ones', () => {
  const hidden = applyFrame(view, frame({ tally: { version: 6, ballots: 5, counts: null } }));
  expect(first(hidden)).toMatchObject({ tally: { ballots: 5, counts: [0, 3] } });
  if (hidden === 'stale') throw new Error('stale');
  const { tally: _, ...head } = frame();
  const move = { since: 6, version: 7, ballots: 6, at: [0], counts: [2] };
  expect(applyFrame(hidden, { ...head, move })).toBe('stale');
});

test('the answer to one’s own ballot brings the tally, and takes the counts away where it withdraws', () => {
  const ballot = { roundId: 'legs', run: 1, rev: 2, entries: ['ash'] };
  const newer = { version: 5, ballots: 4, counts: [1, 3] };
  const hidden = { version: 6, ballots: 3, counts: null };
  expect(first(applyCast(view, { ballot, tally: newer }))).toMatchObject({ tally: newer });
  expect(applyCast(view, { ballot })).toEqual(view);
  expect(applyCast(view, { ballot, tally: { ...newer, version: 3 } })).toEqual(view);
  expect(applyCast(view, { ballot: { ...ballot, run: 2 }, tally: newer })).toEqual(view);
  expect(first(applyCast(view, { ballot, tally: hidden }))).toMatchObject({ tally: { counts: [0, 3] } });
  const withdrawn = { ...ballot, entries: [] };
  expect(first(applyCast(view, { ballot: withdrawn, tally: hidden }))).toMatchObject({ tally: hidden });
});

test('a name that is new comes last, a changed one stays in its place, a withdrawn one goes', () => {
  const credit = (id: string, name = id) => ({ id, name, ideas: [] });
  const changes = [
    { kind: 'credit', creditId: 'a', credit: credit('a') },
    { kind: 'credit', creditId: 'b', credit: credit('b') },
    { kind: 'credit', creditId: 'a', credit: credit('a', 'Ana') },
    { kind: 'credit', creditId: 'c', credit: credit('c') },
    { kind: 'credit', creditId: 'b', credit: null },
  ] as const;
  expect(applyDelta(view, { seq: view.seq + 1, changes })).toMatchObject({
    credits: [credit('a', 'Ana'), credit('c')],
  });
});

test('a delta of every kind', () => {
  const [legs] = view.rounds as [RoundView];
  const top: RoundView = { ...legs, id: 'top', question: 'Which top?' };
  const entries = [...legs.entries].reverse();
  const zeros = { version: 0, ballots: 0, counts: [0, 0] };
  const { entries: _, ...head } = { ...legs, status: 'closed' as const };
  const end = (
    [
      { kind: 'round-added', at: 0, round: top },
      { kind: 'round-added', at: 1, round: top },
      { kind: 'rounds-ordered', roundIds: ['top', 'legs', 'unknown'] },
      { kind: 'entries', roundId: 'top', entries, tally: zeros },
      { kind: 'round', round: head },
    ] as const
  ).reduce<BoardView>((now, change) => {
    const applied = applyDelta(now, { seq: now.seq + 1, changes: [change] });
    if (applied === 'stale') throw new Error('stale');
    return applied;
  }, view);
  expect(end.rounds).toEqual([
    { ...top, entries, tally: zeros },
    { ...legs, status: 'closed' },
  ]);
  const without = applyDelta(end, {
    seq: end.seq + 1,
    changes: [{ kind: 'round-removed', roundId: 'legs' }],
  });
  expect(without).toMatchObject({ rounds: [{ id: 'top' }] });
});
