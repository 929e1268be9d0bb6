import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank, share, winners } from '../../shared/ranking.ts';

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

test('a share is a part of the ballots, and 0 without ballots', () => {
  expect([share(1, 4), share(4, 4), share(0, 4), share(0, 0)]).toEqual([0.25, 1, 0, 0]);
});
