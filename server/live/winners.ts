import type { RoundView } from '../../shared/board-view.ts';
import { isVotable } from '../../shared/entry.ts';
import { winners } from '../../shared/ranking.ts';
import { scores } from '../../shared/tally.ts';

/** [T4] [T8] The entries that share the first place of a round. */
export function winnersOf({ entries, tally }: RoundView): string[] {
  const all = scores(tally);
  if (!all || !tally.counts) return [];
  const taking = entries.map((entry, i) => (isVotable(entry) ? (all[i] ?? 0) : null));
  return winners(taking, tally.counts).flatMap((i) => entries[i]?.id ?? []);
}
