import type { OwnBallot } from '../../shared/board-view.ts';
import { isVotable } from '../../shared/entry.ts';
import type { Entry } from '../domain/entry.ts';
import type { Round } from '../domain/round.ts';
import type { Chance } from './chance.ts';

/** A ballot that fits the rule of the round, the better liked the likelier; `null`: there is too little to choose from. */
export function chooseBallot(
  { rule, entries }: Pick<Round, 'rule' | 'entries'>,
  chance: Chance,
  liking: (entry: Entry) => number,
): Pick<OwnBallot, 'entries' | 'points'> | null {
  const left = entries.filter(isVotable);
  const [least, most] = rule.kind === 'choose' ? [rule.min, rule.max] : [1, mostOf(rule, left.length)];
  if (left.length < Math.max(least, rule.kind === 'duel' ? 2 : 1)) return null;
  const count = Math.floor(chance.between(least, Math.min(most, least + 2, left.length) + 1));
  const liked = Array.from({ length: count }, () => chance.take(left, liking)?.id ?? '');
  switch (rule.kind) {
    case 'points': {
      // Most of it to the one that is liked best.
      const [first = 0, ...others] = liked.map(() => 1);
      return { entries: liked, points: [first + rule.budget - count, ...others] };
    }
    case 'duel': {
      const loser = chance.take(left, () => 1)?.id;
      const [winner] = liked;
      return winner === undefined || loser === undefined ? null : { entries: [winner, loser] };
    }
    default:
      return { entries: liked };
  }
}

function mostOf(rule: Round['rule'], there: number): number {
  if (rule.kind === 'rank') return rule.max;
  if (rule.kind === 'points') return rule.budget;
  return rule.kind === 'duel' ? 1 : there;
}
