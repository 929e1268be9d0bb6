import { LIMITS } from '../../../../shared/limits.ts';

/** Two entries. On a ballot the winner comes first. */
export type Pair = readonly [string, string];

/** More do not fit on one ballot. */
const PAIRS_MOST = LIMITS.entriesPerBallot / 2;

/** The ids of a ballot, two by two. */
export function pairsOf(entries: readonly string[]): readonly Pair[] {
  return entries.flatMap((winner, at) => {
    const loser = entries[at + 1];
    return at % 2 === 0 && loser !== undefined ? [[winner, loser] as const] : [];
  });
}

/** The ballot with these pairs at its end, as far as they are new and there is room. */
export function withPairs(ballot: readonly string[], more: readonly string[]): readonly string[] {
  const decided = pairsOf(ballot);
  const fresh = pairsOf(more).filter((pair) => !decided.some((other) => isSamePair(other, pair)));
  return [...decided, ...fresh].slice(0, PAIRS_MOST).flat();
}

/** How many pairs a participant can decide among so many entries. */
export function pairCount(entries: number): number {
  return Math.min((entries * (entries - 1)) / 2, PAIRS_MOST);
}

export function isSamePair(a: Pair, b: Pair): boolean {
  return (a[0] === b[0] && a[1] === b[1]) || (a[0] === b[1] && a[1] === b[0]);
}

/**
 * The pair to ask about next, left and right; `null`: all were seen. Entries that came up least come first, so that
 * each comes up equally often however early somebody stops; among those the pairs follow the schedule of a round-robin
 * tournament. The same order and the same pairs seen always give the same pair.
 */
export function nextPair(order: readonly string[], seen: readonly Pair[]): Pair | null {
  if (seen.length >= PAIRS_MOST) return null;
  const times = new Map(order.map((entry) => [entry, 0]));
  for (const entry of seen.flat()) if (times.has(entry)) times.set(entry, (times.get(entry) ?? 0) + 1);
  const over = new Set(seen.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  let best: { readonly pair: Pair; readonly key: readonly number[] } | null = null;
  for (const [i, a] of order.entries()) {
    for (let j = i + 1; j < order.length; j++) {
      const b = order[j] as string;
      if (over.has(`${a} ${b}`)) continue;
      const [left, right] = [times.get(a) ?? 0, times.get(b) ?? 0];
      const key = [Math.max(left, right), left + right, turn(i, j, order.length), i];
      if (best === null || isBefore(key, best.key)) best = { pair: sides(order, a, b), key };
    }
  }
  return best?.pair ?? null;
}

/** Who stands left and who right: they take turns, because one side is tapped more easily. */
export function sides(order: readonly string[], a: string, b: string): Pair {
  const [i, j] = [order.indexOf(a), order.indexOf(b)];
  return ((i + j) % 2 === 1) === i < j ? [a, b] : [b, a];
}

/** In which turn of a round-robin tournament these two meet (i < j): in each turn everybody plays once. */
function turn(i: number, j: number, players: number): number {
  const even = players + (players % 2);
  return (j === even - 1 ? 2 * i : i + j) % (even - 1);
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at !== -1 && (a[at] as number) < (b[at] as number);
}
