import { expect, test } from 'vitest';
import { byRank, standings } from '../../client/lib/standing.ts';
import type { Idea, IdeaState } from '../../shared/entry.ts';
import { makeRound } from './views.ts';

const idea = (id: string, state: IdeaState): Idea => ({
  id,
  title: id,
  text: '',
  picture: null,
  alt: '',
  at: 1,
  state,
});

test('[T8] only entries on the ballot have a place; the others come last', () => {
  const entries = [
    idea('lamp', 'folded'),
    idea('hook', 'shown'),
    idea('tray', 'merged'),
    idea('bell', 'shown'),
  ];
  const list = standings(makeRound({ entries, tally: { version: 1, ballots: 9, counts: [9, 2, 0, 3] } }));
  expect(list.map(({ rank, first }) => [rank, first])).toEqual([
    [null, false],
    [2, false],
    [null, false],
    [1, true],
  ]);
  expect(byRank(list).map(({ draft }) => draft.id)).toEqual(['bell', 'hook', 'lamp', 'tray']);
});

test('[T5] the bar of a ranked entry is its part of all points it could have', () => {
  const tally = { version: 1, ballots: 2, counts: [5, 4, 1], firsts: [1, 1, 0] };
  const list = standings(makeRound({ rule: { kind: 'rank', max: 3 }, tally }));
  expect(list.map(({ count, share, firsts, rank }) => [count, share, firsts, rank])).toEqual([
    [5, 5 / 6, 1, 1],
    [4, 4 / 6, 1, 2],
    [1, 1 / 6, 0, 3],
  ]);
});

test('[T7] a duel is ranked by the chance, whatever was won', () => {
  const duels = { pairs: 5, chance: [0.4, 0.6, 0.5], low: [0.1, 0.2, 0.3], high: [0.7, 0.9, 0.8] };
  const tally = { version: 1, ballots: 2, counts: [3, 2, 0], duels };
  const list = standings(makeRound({ rule: { kind: 'duel' }, tally }));
  expect(list.map(({ rank, share, low, high, first }) => [rank, share, low, high, first])).toEqual([
    [3, 0.4, 0.1, 0.7, false],
    [1, 0.6, 0.2, 0.9, true],
    [2, 0.5, 0.3, 0.8, false],
  ]);
});

test('a hidden tally gives neither place nor number', () => {
  const list = standings(makeRound({ tally: { version: 1, ballots: 2, counts: null } }));
  expect(
    list.every(({ count, rank, first, share }) => count === null && rank === null && !first && share === 0),
  ).toBe(true);
});
