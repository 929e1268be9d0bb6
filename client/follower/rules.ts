import type { RoundView } from '../../shared/board-view.ts';
import type { words as allWords } from '../lib/words.ts';
import { bounds } from './round/choice.ts';
import type { FollowerTexts } from './texts.ts';

/** The round's real settings as sentences, in the order in which people ask. */
export function rulesOf(
  round: RoundView,
  t: FollowerTexts,
  maker: string,
  words: Pick<typeof allWords, 'moment' | 'duration'>,
): readonly string[] {
  return [
    whoVotes(round, t),
    t.ruleChange,
    { live: t.ruleLive, 'after-vote': t.ruleAfterVote, 'after-close': t.ruleAfterClose(maker) }[
      round.results
    ],
    whenItEnds(round, t, maker, words),
    t.ruleOrder,
    t.ruleRecords,
  ];
}

function whoVotes(round: RoundView, t: FollowerTexts): string {
  if (round.rule.kind !== 'choose') return t.ruleSeveral(t.ruleAny);
  const { min, max } = bounds(round.rule, Math.max(round.entries.length, round.rule.min));
  if (max === 1) return t.ruleOneVote;
  return t.ruleSeveral(min === max ? t.ruleExactly(max) : t.ruleUpTo(min, max));
}

function whenItEnds(
  round: RoundView,
  t: FollowerTexts,
  maker: string,
  words: Pick<typeof allWords, 'moment' | 'duration'>,
): string {
  if (round.closesAt !== null) return t.ruleEndsAt(words.moment(round.closesAt));
  if (round.status === 'draft' && round.seconds !== null) return t.ruleLasts(words.duration(round.seconds));
  return t.ruleEndsByHand(maker === t.someone ? t.Someone : maker);
}
