import type { BallotRule, OwnBallot } from '../../shared/board-view.ts';

/** What a ballot says. */
export type Choice = Pick<OwnBallot, 'entries' | 'points'>;

/** [M4] Which entries are counted as which other one; nothing leads to an entry that is merged itself. */
export type Merged = ReadonlyMap<string, string>;

/**
 * What one ballot adds to which counter: under the id of an entry its votes, points or pairs won, and beside them what
 * `firstKey` and `pairKey` name. Nothing else knows how a ballot is counted.
 */
export function contributions(
  rule: BallotRule,
  { entries, points = [] }: Choice,
  merged: Merged,
): ReadonlyMap<string, number> {
  const counted = merged.size === 0 ? entries : entries.map((entry) => merged.get(entry) ?? entry);
  switch (rule.kind) {
    case 'choose':
    case 'approve':
      return ones(counted);
    case 'rank':
      return ranked([...new Set(counted)], rule.max);
    case 'points':
      return sums(counted, points);
    case 'duel':
      return duels(counted);
  }
}

/** Ids have neither of both signs, so no key is taken for an entry's. */
export function firstKey(entry: string): string {
  return `1.${entry}`;
}

export function pairKey(winner: string, loser: string): string {
  return `${winner}>${loser}`;
}

/** Winner and loser; `null`: the key is none of a pair. */
export function readPair(key: string): readonly [string, string] | null {
  const [winner, loser] = key.split('>');
  return winner === undefined || loser === undefined ? null : [winner, loser];
}

/** Of every vote of a large round: without a list of pairs in between. */
function ones(entries: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(entry, 1);
  return counts;
}

/** [T5] Entries behind one that was merged away move up: the ballot reads as if it had named the one only. */
function ranked(order: readonly string[], max: number): Map<string, number> {
  const counts = new Map(order.map((entry, place) => [entry, max - place]));
  const [first] = order;
  if (first !== undefined) counts.set(firstKey(first), 1);
  return counts;
}

/** [T6] */
function sums(entries: readonly string[], points: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    counts.set(entry, (counts.get(entry) ?? 0) + (points[index] ?? 0));
  }
  return counts;
}

/**
 * [T7] [M4] Merging can make several pairs of a ballot one: it counts once, for whoever won more of them. Won as often
 * by either, or of an entry against itself, it counts for nobody.
 */
function duels(entries: readonly string[]): Map<string, number> {
  const wins = new Map<string, { winner: string; loser: string; times: number }>();
  for (let index = 0; index + 1 < entries.length; index += 2) {
    const [winner, loser] = entries.slice(index, index + 2) as [string, string];
    const key = pairKey(winner, loser);
    wins.set(key, { winner, loser, times: (wins.get(key)?.times ?? 0) + 1 });
  }
  const counts = new Map<string, number>();
  for (const [key, { winner, loser, times }] of wins) {
    if (times <= (wins.get(pairKey(loser, winner))?.times ?? 0)) continue;
    counts.set(key, 1);
    counts.set(winner, (counts.get(winner) ?? 0) + 1);
  }
  return counts;
}
