import fc from 'fast-check';
import { expect, test } from 'vitest';
import { survivor } from '../../client/follower/round/choice.ts';
import { verdict } from '../../client/follower/round/duel/verdict.ts';
import {
  added,
  given,
  sameSpread,
  type Spread,
  spent,
  stepOf,
} from '../../client/follower/round/points/spread.ts';
import { moved, sameOrder } from '../../client/follower/round/rank/order.ts';
import { isSure } from '../../client/lib/certainty.ts';
import { standings } from '../../client/lib/standing.ts';
import type { Idea } from '../../shared/entry.ts';
import { makeRound } from './views.ts';

test('an entry is moved to a place, and beyond the ends means the end', () => {
  expect(moved(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(sameOrder(['a', 'b'], ['b', 'a'])).toBe(false);
});

test('whatever is given, the budget is never spent twice', () => {
  const gift = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.integer(), fc.double()));
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 100 }), fc.array(gift), (budget, gifts) => {
      let spread: Spread = new Map();
      for (const [entry, points] of gifts) spread = given(spread, entry, points, budget);
      expect(spent(spread)).toBeLessThanOrEqual(budget);
      for (const points of spread.values()) expect(Number.isInteger(points) && points >= 1).toBe(true);
    }),
  );
});

test('a spread is the same whatever order it was given in, and a large budget moves in larger steps', () => {
  const one = new Map([...given(new Map(), 'a', 2, 5), ['b', 1] as const]);
  expect(sameSpread(one, new Map([...one].reverse()))).toBe(true);
  expect(sameSpread(one, new Map([['a', 2]]))).toBe(false);
  expect([stepOf(10), stepOf(100)]).toEqual([1, 5]);
});

test('a merged idea lives on in the one it went into, at whatever remove; a folded one does not', () => {
  const idea = (id: string, fields: Partial<Idea>): Idea => ({
    id,
    title: id,
    text: '',
    picture: null,
    alt: '',
    at: 1,
    state: 'shown',
    ...fields,
  });
  const ideas = [
    idea('a', { state: 'merged', into: 'b' }),
    idea('b', { state: 'merged', into: 'c' }),
    idea('c', {}),
    idea('d', { state: 'folded' }),
    idea('e', { state: 'merged', into: 'd' }),
  ];
  expect(ideas.map(({ id }) => survivor(id, ideas))).toEqual(['c', 'c', 'c', null, null]);
  expect(survivor('unknown', ideas)).toBeNull();
});

test('who is in front of a duel is sure only where the intervals do not meet', () => {
  const duel = (low: number[], high: number[], chance = [0.8, 0.5, 0.2]) =>
    standings(
      makeRound({
        rule: { kind: 'duel' },
        tally: { version: 1, ballots: 9, counts: [6, 3, 1], duels: { pairs: 10, chance, low, high } },
      }),
    );
  const words = (list: ReturnType<typeof duel>) => list.map((one) => verdict(one, list));
  const sure = duel([0.7, 0.4, 0.1], [0.9, 0.6, 0.3]);
  expect(isSure(sure)).toBe(true);
  expect(words(sure)).toEqual(['ahead', 'behind', 'behind']);
  const unsure = duel([0.5, 0.3, 0.1], [0.9, 0.7, 0.3]);
  expect(isSure(unsure)).toBe(false);
  expect(words(unsure)).toEqual(['aheadUnsure', 'close', 'behind']);
  const tied = duel([0.3, 0.3, 0.1], [0.9, 0.9, 0.6], [0.6, 0.6, 0.3]);
  expect(words(tied)).toEqual(['aheadTied', 'aheadTied', 'close']);
});

test('points beside those that count are given as far as the budget goes', () => {
  const counted = new Map([['a', 3]]);
  const more = new Map([
    ['b', 1],
    ['a', 4],
  ]);
  expect(added(counted, more, 5)).toEqual(
    new Map([
      ['a', 4],
      ['b', 1],
    ]),
  );
  expect(added(counted, more, 3)).toEqual(counted);
});
