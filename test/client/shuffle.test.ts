import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundSeed, shuffled } from '../../client/lib/shuffle.ts';

test('the same seed gives the same order, and nothing is lost or added', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (list, seed) => {
      expect(shuffled(list, seed)).toEqual(shuffled(list, seed));
      expect([...shuffled(list, seed)].sort()).toEqual([...list].sort());
    }),
  );
});

test('over many participants every draft is first, and last, about equally often', () => {
  const drafts = ['a', 'b', 'c', 'd', 'e'];
  const participants = 20_000;
  for (const place of [0, 4]) {
    const seen = new Map<string, number>();
    for (let seed = 0; seed < participants; seed++) {
      const draft = shuffled(drafts, roundSeed(seed * 7919, 'round-1'))[place] ?? '';
      seen.set(draft, (seen.get(draft) ?? 0) + 1);
    }
    for (const draft of drafts) expect((seen.get(draft) ?? 0) / participants).toBeCloseTo(1 / 5, 1.7);
  }
});

test('one participant meets another order in another round', () => {
  const drafts = Array.from({ length: 12 }, (_, place) => place);
  expect(shuffled(drafts, roundSeed(42, 'round-1'))).not.toEqual(shuffled(drafts, roundSeed(42, 'round-2')));
});
