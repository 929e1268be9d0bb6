import type { Choice } from '../../server/domain/count.ts';
import type { BallotRule } from '../../shared/board-view.ts';

/** The scores by the sentences of RULES.md, as slow and plain as possible: entry after entry, ballot after ballot. */
export function naiveCounts(
  rule: BallotRule,
  ballots: readonly Choice[],
  merged: ReadonlyMap<string, string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { entries, points } of ballots) {
    const named = entries.map((entry) => merged.get(entry) ?? entry);
    for (const entry of new Set(named)) {
      counts.set(entry, (counts.get(entry) ?? 0) + scoreOf(rule, entry, named, points ?? []));
    }
  }
  return counts;
}

function scoreOf(
  rule: BallotRule,
  entry: string,
  named: readonly string[],
  points: readonly number[],
): number {
  switch (rule.kind) {
    case 'choose':
    case 'approve':
      return 1;
    case 'rank': {
      const before = new Set(named.slice(0, named.indexOf(entry)));
      return rule.max - before.size;
    }
    case 'points':
      return points.filter((_part, at) => named[at] === entry).reduce((sum, part) => sum + part, 0);
    case 'duel': {
      const others = new Set(named.filter((other) => other !== entry));
      return [...others].filter((other) => wins(named, entry, other) > wins(named, other, entry)).length;
    }
  }
}

function wins(named: readonly string[], winner: string, loser: string): number {
  return named.filter((one, at) => at % 2 === 0 && one === winner && named[at + 1] === loser).length;
}
