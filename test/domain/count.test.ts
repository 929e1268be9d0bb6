import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Choice, contributions, firstKey, pairKey, readPair } from '../../server/domain/count.ts';
import type { BallotRule } from '../../shared/board-view.ts';

const nothing = new Map<string, string>();
const counted = (rule: BallotRule, choice: Choice, merged: Record<string, string> = {}) =>
  Object.fromEntries(contributions(rule, choice, new Map(Object.entries(merged))));
const rank: BallotRule = { kind: 'rank', max: 4 };
const duel: BallotRule = { kind: 'duel' };

test('a chosen or approved entry gets one', () => {
  const entries = ['oak', 'ash'];
  expect(counted({ kind: 'choose', min: 1, max: 2 }, { entries })).toEqual({ oak: 1, ash: 1 });
  expect(counted({ kind: 'approve' }, { entries })).toEqual({ oak: 1, ash: 1 });
});

test('[T5] Borda: the first gets max, the next one less; who is not named gets nothing', () => {
  expect(counted(rank, { entries: ['oak', 'ash', 'elm', 'fir'] })).toEqual({
    oak: 4,
    ash: 3,
    elm: 2,
    fir: 1,
    [firstKey('oak')]: 1,
  });
  expect(counted(rank, { entries: ['ash'] })).toEqual({ ash: 4, [firstKey('ash')]: 1 });
});

// Tennessee votes on its capital (https://en.wikipedia.org/wiki/Borda_count#Example), with 4 to 1 points for 3 to 0.
test('[T5] Borda agrees with the textbook', () => {
  const electorate: [number, string[]][] = [
    [42, ['Memphis', 'Nashville', 'Chattanooga', 'Knoxville']],
    [26, ['Nashville', 'Chattanooga', 'Knoxville', 'Memphis']],
    [15, ['Chattanooga', 'Knoxville', 'Nashville', 'Memphis']],
    [17, ['Knoxville', 'Chattanooga', 'Nashville', 'Memphis']],
  ];
  const sums = new Map<string, number>();
  for (const [voters, entries] of electorate) {
    for (const [key, part] of contributions(rank, { entries }, nothing)) {
      sums.set(key, (sums.get(key) ?? 0) + voters * part);
    }
  }
  expect(Object.fromEntries(sums)).toEqual({
    Memphis: 126 + 100,
    Nashville: 194 + 100,
    Chattanooga: 173 + 100,
    Knoxville: 107 + 100,
    [firstKey('Memphis')]: 42,
    [firstKey('Nashville')]: 26,
    [firstKey('Chattanooga')]: 15,
    [firstKey('Knoxville')]: 17,
  });
});

test('[T6] merged entries count once, at the best place, and those behind move up', () => {
  const entries = ['oak', 'ash', 'elm', 'fir'];
  expect(counted({ kind: 'approve' }, { entries }, { elm: 'oak', fir: 'oak' })).toEqual({ oak: 1, ash: 1 });
  expect(counted(rank, { entries }, { elm: 'oak' })).toEqual({
    oak: 4,
    ash: 3,
    fir: 2,
    [firstKey('oak')]: 1,
  });
  expect(counted(rank, { entries }, { oak: 'fir' })).toEqual({
    fir: 4,
    ash: 3,
    elm: 2,
    [firstKey('fir')]: 1,
  });
});

test('[T6] points of merged entries add up', () => {
  const points: BallotRule = { kind: 'points', budget: 10 };
  const choice = { entries: ['oak', 'ash', 'elm'], points: [5, 1, 3] };
  expect(counted(points, choice)).toEqual({ oak: 5, ash: 1, elm: 3 });
  expect(counted(points, choice, { elm: 'oak' })).toEqual({ oak: 8, ash: 1 });
  expect(counted(points, choice, { elm: 'ivy' })).toEqual({ oak: 5, ash: 1, ivy: 3 });
});

test('[T7] a duel counts who won, and against whom', () => {
  expect(counted(duel, { entries: ['oak', 'ash', 'elm', 'oak', 'elm', 'ash'] })).toEqual({
    oak: 1,
    elm: 2,
    [pairKey('oak', 'ash')]: 1,
    [pairKey('elm', 'oak')]: 1,
    [pairKey('elm', 'ash')]: 1,
  });
  expect(readPair(pairKey('oak', 'ash'))).toEqual(['oak', 'ash']);
  expect([readPair('oak'), readPair(firstKey('oak'))]).toEqual([null, null]);
});

test.each<[string, string[], Record<string, string>, Record<string, number>]>([
  ['won by both counts once', ['oak', 'ash', 'elm', 'ash'], { elm: 'oak' }, { oak: 1, 'oak>ash': 1 }],
  ['won once by each counts for nobody', ['oak', 'ash', 'ash', 'elm'], { elm: 'oak' }, {}],
  [
    'counts for whoever won more of it',
    ['oak', 'ash', 'ash', 'elm', 'fir', 'ash'],
    { elm: 'oak', fir: 'oak' },
    { oak: 1, 'oak>ash': 1 },
  ],
  ['of the two that were merged counts for nobody', ['oak', 'elm'], { elm: 'oak' }, {}],
])('[M4] a pair that merging made of several, %s', (_name, entries, merged, expected) => {
  expect(counted(duel, { entries }, merged)).toEqual(expected);
});

test('a withdrawn ballot adds nothing', () => {
  for (const rule of [{ kind: 'approve' }, rank, { kind: 'points', budget: 3 }, duel] as const) {
    expect(counted(rule, { entries: [] }, { oak: 'ash' })).toEqual({});
  }
});

const trees = ['oak', 'ash', 'elm', 'fir', 'ivy', 'yew'];
const merges = fc
  .tuple(fc.subarray(trees), fc.constantFrom(...trees))
  .map(([from, into]) => new Map(from.filter((id) => id !== into).map((id) => [id, into])));

test('[M4] a merged entry gets nothing itself, and no ballot weighs more than one without merges', () => {
  const order = fc.shuffledSubarray(trees, { minLength: 1 });
  fc.assert(
    fc.property(order, merges, (entries, merged) => {
      for (const rule of [{ kind: 'approve' }, { kind: 'rank', max: 6 }] as const) {
        const alone = contributions(rule, { entries }, nothing);
        const together = contributions(rule, { entries }, merged);
        for (const gone of merged.keys()) expect(together.has(gone)).toBe(false);
        expect(sum(together)).toBeLessThanOrEqual(sum(alone));
        expect(Math.max(...together.values())).toBe(Math.max(...alone.values()));
      }
    }),
  );
});

test('[T6] merging keeps the sum of the points', () => {
  const spread = fc.shuffledSubarray(trees).chain((entries) =>
    fc.record({
      entries: fc.constant(entries),
      points: fc.array(fc.integer({ min: 1, max: 9 }), {
        minLength: entries.length,
        maxLength: entries.length,
      }),
    }),
  );
  fc.assert(
    fc.property(spread, merges, (choice, merged) => {
      const together = contributions({ kind: 'points', budget: 60 }, choice, merged);
      expect(sum(together)).toBe(choice.points.reduce((all, part) => all + part, 0));
    }),
  );
});

test('[T7] the pairs won are those that are kept by pair, whatever is merged', () => {
  const pairs = fc.shuffledSubarray(
    trees.flatMap((one, index) => trees.slice(index + 1).map((other) => [one, other] as const)),
  );
  fc.assert(
    fc.property(pairs, fc.infiniteStream(fc.boolean()), merges, (chosen, turned, merged) => {
      const entries = chosen.flatMap(([one, other]) => (turned.next().value ? [other, one] : [one, other]));
      const keys = [...contributions(duel, { entries }, merged)];
      const won = new Map<string, number>();
      for (const [key, times] of keys) {
        const [winner, loser] = readPair(key) ?? [];
        if (winner === undefined || loser === undefined) continue;
        expect(times).toBe(1);
        expect(keys.some(([other]) => other === pairKey(loser, winner))).toBe(false);
        won.set(winner, (won.get(winner) ?? 0) + 1);
      }
      expect(new Map(keys.filter(([key]) => readPair(key) === null))).toEqual(won);
    }),
  );
});

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts].reduce((all, [key, part]) => all + (trees.includes(key) ? part : 0), 0);
}
