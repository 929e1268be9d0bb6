/** Competition ranks by count, one per index: 5, 3, 3, 1 → 1, 2, 2, 4. */
export function rank(counts: readonly number[]): readonly number[] {
  return counts.map((count) => 1 + counts.filter((other) => other > count).length);
}

/** The indices that share the first place; none while nobody has a vote. */
export function winners(counts: readonly number[]): number[] {
  const most = Math.max(0, ...counts);
  return most === 0 ? [] : counts.flatMap((count, index) => (count === most ? [index] : []));
}

/** The part of the ballots that hold the entry, 0..1. With several entries per ballot the shares add up to more. */
export function share(count: number, ballots: number): number {
  return ballots === 0 ? 0 : count / ballots;
}
