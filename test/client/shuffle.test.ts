import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundSeed, shuffled } from '../../client/lib/shuffle.ts';

const named = (ids: readonly string[]) => ids.map((id) => ({ id }));
const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
const someIds = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }));

test('the same seed gives the same order, and nothing is lost or added', () => {
  fc.assert(
    fc.property(someIds, fc.integer(), (ids, seed) => {
      expect(shuffled(named(ids), seed)).toEqual(shuffled(named(ids), seed));
      expect(idsOf(shuffled(named(ids), seed)).sort()).toEqual([...ids].sort());
    }),
  );
});

test('an entry that comes or goes leaves the others in their order', () => {
  fc.assert(
    fc.property(someIds, fc.integer(), (ids, seed) => {
      const [, ...rest] = ids;
      const without = idsOf(shuffled(named(ids), seed)).filter((id) => rest.includes(id));
      expect(idsOf(shuffled(named(rest), seed))).toEqual(without);
    }),
  );
});

test('over many participants every draft is first, and last, about equally often', () => {
  const drafts = ['a', 'b', 'c', 'd', 'e'];
  const participants = 20_000;
  for (const place of [0, 4]) {
    const seen = new Map<string, number>();
    for (let seed = 0; seed < participants; seed++) {
      const draft = shuffled(named(drafts), roundSeed(seed * 7919, 'round-1'))[place]?.id ?? '';
      seen.set(draft, (seen.get(draft) ?? 0) + 1);
    }
    for (const draft of drafts) expect((seen.get(draft) ?? 0) / participants).toBeCloseTo(1 / 5, 1.7);
  }
});

test('one participant meets another order in another round', () => {
  const drafts = named(Array.from({ length: 12 }, (_, place) => `draft-${place}`));
  expect(shuffled(drafts, roundSeed(42, 'round-1'))).not.toEqual(shuffled(drafts, roundSeed(42, 'round-2')));
});
