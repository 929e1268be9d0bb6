import { expect, test } from 'vitest';
import { firstKey, pairKey } from '../../server/domain/count.ts';
import type { Round } from '../../server/domain/round.ts';
import { closeRound, openRound } from '../../server/domain/run.ts';
import { NO_BALLOTS, type StoredTally, tallyFor, winnersOf } from '../../server/domain/tally.ts';
import type { BallotRule, ResultsShown } from '../../shared/board-view.ts';
import type { IdeaState } from '../../shared/entry.ts';
import { aBoardWith, aDraft, decided, theRound } from '../support/boards.ts';
import { anIdea } from '../support/ideas.ts';

const woods = ['oak', 'ash', 'elm'];
const stored = (counts: Record<string, number>): StoredTally => ({
  version: 2,
  ballots: 3,
  counts: new Map(Object.entries(counts)),
});
const openRoundOf = (rule: BallotRule, results: ResultsShown = 'live') =>
  theRound(decided(aBoardWith(woods, { rule, results }), (now) => openRound(now, 'legs', 2_000)));
const withStates = (round: Round, states: Record<string, IdeaState>): Round => ({
  ...round,
  entries: round.entries.map(({ id }) => anIdea(id, { state: states[id] ?? 'shown' })),
});

test('[T2] [T5] a ranked tally has points and first places in the order of the entries, and nothing else', () => {
  const tally = stored({ elm: 7, [firstKey('elm')]: 2, oak: 5, [firstKey('oak')]: 1 });
  expect(tallyFor(openRoundOf({ kind: 'rank', max: 3 }), tally, 'follower')).toEqual({
    version: 2,
    ballots: 3,
    counts: [5, 0, 7],
    firsts: [1, 0, 2],
  });
});

test('[T2] [T7] a duel has the pairs won, their number, and the chances', () => {
  const tally = stored({ oak: 2, [pairKey('oak', 'ash')]: 1, [pairKey('oak', 'elm')]: 1 });
  const told = tallyFor(openRoundOf({ kind: 'duel' }), tally, 'stage');
  expect(told.counts).toEqual([2, 0, 0]);
  expect(told.duels?.pairs).toBe(2);
  const [oak, ash, elm] = told.duels?.chance ?? [];
  expect(oak).toBeGreaterThan(0.5);
  expect(ash).toBeLessThan(0.5);
  expect(elm).toBe(ash);
});

test('[T7] [T8] a pair with what is not on the ballot any more is no part of the estimate', () => {
  const round = withStates(openRoundOf({ kind: 'duel' }), { elm: 'folded' });
  const pairs = { oak: 1, [pairKey('oak', 'ash')]: 1 };
  const alone = tallyFor(round, stored(pairs), 'stage').duels;
  const beside = { ...pairs, elm: 9, [pairKey('elm', 'oak')]: 9 };
  expect(tallyFor(round, stored(beside), 'stage').duels).toEqual(alone);
});

test('[T7] one tally is estimated once, whoever asks, and anew with other entries', () => {
  const round = openRoundOf({ kind: 'duel' });
  const tally = stored({ oak: 1, [pairKey('oak', 'ash')]: 1 });
  const first = tallyFor(round, tally, 'follower').duels;
  expect(tallyFor(round, tally, 'maker').duels).toBe(first);
  expect(tallyFor(round, stored(Object.fromEntries(tally.counts)), 'maker').duels).not.toBe(first);
  const longer = { ...round, entries: [...round.entries, aDraft('fir')] };
  expect(tallyFor(longer, tally, 'maker').duels?.chance).toHaveLength(4);
});

test.each<BallotRule>([{ kind: 'rank', max: 3 }, { kind: 'points', budget: 3 }, { kind: 'duel' }])(
  '[A2] of a hidden tally under the rule %o nothing but the ballots is told',
  (rule) => {
    const tally = stored({ oak: 2, [firstKey('oak')]: 1, [pairKey('oak', 'ash')]: 2 });
    const hidden = { version: 2, ballots: 3, counts: null };
    expect(tallyFor(openRoundOf(rule, 'after-close'), tally, 'maker')).toEqual(hidden);
    expect(tallyFor(openRoundOf(rule, 'after-vote'), tally, 'follower')).toEqual(hidden);
  },
);

test('[T4] [T8] in front is who has most and is on the ballot', () => {
  const round = openRoundOf({ kind: 'points', budget: 9 });
  const tally = stored({ oak: 9, ash: 4, elm: 4 });
  expect(winnersOf(round, tally)).toEqual(['oak']);
  expect(winnersOf(withStates(round, { oak: 'folded' }), tally)).toEqual(['ash', 'elm']);
  expect(winnersOf(withStates(round, { oak: 'gone', ash: 'merged' }), tally)).toEqual(['elm']);
  expect(winnersOf(round, NO_BALLOTS)).toEqual([]);
});

test('[T4] [T7] a duel is won by the best chance, though another one won more pairs; by nobody without a pair', () => {
  const round = openRoundOf({ kind: 'duel' });
  const pairs = { [pairKey('oak', 'ash')]: 9, [pairKey('ash', 'oak')]: 6, [pairKey('elm', 'oak')]: 4 };
  expect(winnersOf(round, stored({ oak: 9, ash: 6, elm: 4, ...pairs }))).toEqual(['elm']);
  expect(winnersOf(round, NO_BALLOTS)).toEqual([]);
});

test('winners of a round whose counts are hidden from all are known to the server', () => {
  const board = decided(
    aBoardWith(woods, { results: 'after-close' }),
    (now) => openRound(now, 'legs', 2_000),
    (now) => closeRound(now, 'legs', 3_000),
  );
  expect(winnersOf(theRound(board), stored({ ash: 1 }))).toEqual(['ash']);
});
