import { fnv1a, mixed } from '../../shared/hash.ts';

/**
 * Entries in an order that only the seed decides: every place is equally likely for every entry. One that comes or goes
 * leaves the others as they stand.
 */
export function shuffled<T extends { readonly id: string }>(
  entries: readonly T[],
  seed: number,
): readonly T[] {
  return entries
    .map((entry) => ({ entry, place: mixed(roundSeed(seed, entry.id)) }))
    .sort((a, b) => a.place - b.place)
    .map(({ entry }) => entry);
}

/** Seed of one round for one participant, so that the first place of one round is not the first of all. */
export function roundSeed(shuffle: number, roundId: string): number {
  return fnv1a(roundId, shuffle);
}
