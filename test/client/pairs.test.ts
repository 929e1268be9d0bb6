import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStacked } from '../../client/follower/round/duel/arrange.ts';
import {
  isSamePair,
  nextPair,
  type Pair,
  pairCount,
  pairsOf,
} from '../../client/follower/round/duel/pairs.ts';

const names = (count: number) => Array.from({ length: count }, (_, at) => `entry-${at}`);

/** All pairs that are asked, one after the other. */
function askedOf(order: readonly string[]): Pair[] {
  const asked: Pair[] = [];
  for (let pair = nextPair(order, asked); pair; pair = nextPair(order, asked)) asked.push(pair);
  return asked;
}

test('each pair comes once, and every entry comes up equally often wherever somebody stops', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 16 }), (count) => {
      const order = names(count);
      const asked = askedOf(order);
      expect(asked).toHaveLength(pairCount(count));
      expect(new Set(asked.map((pair) => [...pair].sort().join())).size).toBe(asked.length);
      const times = new Map(order.map((entry) => [entry, 0]));
      for (const [left, right] of asked) {
        for (const entry of [left, right]) times.set(entry, (times.get(entry) ?? 0) + 1);
        expect(Math.max(...times.values()) - Math.min(...times.values())).toBeLessThanOrEqual(2);
      }
    }),
    { numRuns: 30 },
  );
});

test('every entry stands on either side', () => {
  for (const count of [4, 5, 9, 12]) {
    const asked = askedOf(names(count));
    for (const entry of names(count)) {
      const left = asked.filter((pair) => pair[0] === entry).length;
      expect(Math.abs(left - (count - 1) / 2), `${entry} of ${count}`).toBeLessThanOrEqual(1);
    }
  }
});

test('the same order and the same pairs seen give the same pair', () => {
  const order = names(6);
  const seen = askedOf(order).slice(0, 4);
  expect(nextPair(order, seen)).toEqual(nextPair(order, seen));
});

test('an entry that comes late comes up until it has caught up', () => {
  const seen = [...askedOf(names(6)).slice(0, 9)];
  const order = [...names(6), 'late'];
  for (const _ of [1, 2, 3]) {
    const pair = nextPair(order, seen);
    expect(pair).toContain('late');
    if (pair) seen.push(pair);
  }
});

test('of a hundred entries no more pairs are asked than fit on a ballot', () => {
  expect(pairCount(100)).toBe(250);
  expect(askedOf(names(30))).toHaveLength(250);
});

test('a ballot is read two by two, and a pair is the same from both sides', () => {
  expect(pairsOf(['a', 'b', 'c', 'd'])).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(isSamePair(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(isSamePair(['a', 'b'], ['a', 'c'])).toBe(false);
});

test('pictures stand where more of them is seen', () => {
  const picture = (width: number, height: number) => ({ hash: '', blur: '', width, height });
  expect(isStacked([picture(900, 1600)], 328, 330)).toBe(false);
  expect(isStacked([picture(1600, 600)], 328, 430)).toBe(true);
  expect(isStacked([picture(1600, 1200)], 1100, 480)).toBe(false);
  expect(isStacked([], 328, 430)).toBe(true);
  expect(isStacked([], 1100, 480)).toBe(false);
});
