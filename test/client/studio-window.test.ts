import { expect, test } from 'vitest';
import { windowOf } from '../../client/studio/parts/window-of.ts';

const rows = (count: number, height = 100) => Array.from({ length: count }, () => height);

test('of two thousand rows only those in sight stand on the page', () => {
  expect(windowOf(rows(2_000), 50_000, 51_000)).toEqual({
    first: 499,
    end: 510,
    above: 49_900,
    below: 149_000,
  });
});

test('a row that is partly in sight is shown', () => {
  const { first, end } = windowOf(rows(100), 150, 350);
  expect([first, end]).toEqual([1, 4]);
});

test('the heights above, on and below the page make up the whole list', () => {
  const heights = Array.from({ length: 300 }, (_, at) => 60 + (at % 7) * 31);
  const all = heights.reduce((sum, one) => sum + one, 0);
  for (let from = -900; from < all + 900; from += 777) {
    const { first, end, above, below } = windowOf(heights, from, from + 700);
    const shown = heights.slice(first, end).reduce((sum, one) => sum + one, 0);
    expect(above + shown + below).toBe(all);
  }
});

test('nothing to show is nothing', () => {
  expect(windowOf([], -600, 1_600)).toEqual({ first: 0, end: 0, above: 0, below: 0 });
});
