import type { BallotRule } from '../../../shared/board-view.ts';
import { words } from '../../lib/words.ts';
import { t } from '../words.ts';

/** A count in the words of its rule: "12 Stimmen", "34 Punkte", "5 Duelle gewonnen". */
export function scoreWords({ kind }: BallotRule, count: number): string {
  const text = words.number(count);
  if (kind === 'rank' || kind === 'points') return t().numbers.points(count, text);
  return kind === 'duel' ? t().numbers.wins(count, text) : words.ballots(count);
}
