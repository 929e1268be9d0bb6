/** The list in an order that only the seed decides: every place is equally likely for every entry. */
export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const order = [...list];
  const random = mulberry32(seed);
  for (let last = order.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    [order[last], order[chosen]] = [order[chosen] as T, order[last] as T];
  }
  return order;
}

/** Seed of one round for one participant, so that the first place of one round is not the first of all. */
export function roundSeed(shuffle: number, roundId: string): number {
  let hash = shuffle | 0;
  for (let at = 0; at < roundId.length; at++) hash = Math.imul(hash ^ roundId.charCodeAt(at), 0x01000193);
  return hash;
}

function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
