import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank, share, winners } from '../../shared/ranking.ts';
import { cpuTimeOf } from '../support/cpu-time-of.ts';

test.each([
  [[5, 3, 3, 1], [1, 2, 2, 4], [0]],
  [
    [1, 3, 3],
    [3, 1, 1],
    [1, 2],
  ],
  [
    [2, 2, 2],
    [1, 1, 1],
    [0, 1, 2],
  ],
  [[0, 0], [1, 1], []],
  [[], [], []],
])('[T4] the counts %j rank %j, the winners are %j', (counts, ranks, first) => {
  expect(rank(counts)).toEqual(ranks);
  expect(winners(counts)).toEqual(first);
});

test('[T4] ranks follow the counts, and every rank leaves room for those before it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5 }), { minLength: 1 }), (counts) => {
      const ranks = rank(counts);
      const sorted = counts.toSorted((a, b) => b - a);
      expect(ranks).toEqual(counts.map((count) => sorted.indexOf(count) + 1));
      if (Math.max(...counts) > 0) {
        expect(winners(counts)).toEqual(ranks.flatMap((place, at) => (place === 1 ? [at] : [])));
      }
    }),
  );
});

test('[T8] who is not on the ballot has no place and leaves none free', () => {
  const scores = [4, null, 5, null, 4, 0];
  expect(rank(scores)).toEqual([2, null, 1, null, 2, 4]);
  expect(winners(scores)).toEqual([2]);
  expect(winners([null, null])).toEqual([]);
});

test('[T4] a chance without a vote wins nothing', () => {
  const chances = [0.5, 0.4, 0.5];
  expect(winners(chances, [0, 0, 0])).toEqual([]);
  expect(winners(chances, [2, 1, 0])).toEqual([0]);
});

test('two thousand entries are ranked while a screen is drawn', () => {
  const counts = Array.from({ length: 2_000 }, (_, index) => (index * 7_919) % 1_009);
  expect(cpuTimeOf(() => rank(counts))).toBeLessThan(16);
});

test('a share is a part of what one entry can have, and 0 without ballots', () => {
  expect([share(1, 4), share(4, 4), share(0, 4), share(0, 0)]).toEqual([0.25, 1, 0, 0]);
  expect(share(15, 4, 5)).toBe(0.75);
});
