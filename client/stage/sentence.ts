import type { BallotRule, RoundView } from '../../shared/board-view.ts';
import { isVotable } from '../../shared/entry.ts';
import type { stage as de } from '../../shared/messages/de/stage.ts';
import type { Messages } from '../../shared/messages/messages.ts';
import { isSure } from '../lib/certainty.ts';
import { standings } from '../lib/standing.ts';
import type { RoundScene } from './scene.ts';

export type StageTexts = Messages<typeof de>;

/** The one sentence above the question: what to do, or what is about to happen. */
export function sentenceOf(scene: RoundScene, t: StageTexts, number: (n: number) => string): string {
  const { round, winners } = scene;
  if (scene.kind === 'preview') return previewSentence(round, t);
  if (scene.kind === 'open') {
    if (round.tally.counts === null) return hiddenSentence(round, t);
    return ruleSentence(round.rule, t);
  }
  if (scene.kind === 'closed') return round.tally.ballots === 0 ? t.noBallots : t.counting;
  if (winners.length === 0) return t.noBallots;
  if (winners.length > 1) return t.tie[round.kind](number(winners.length));
  return round.rule.kind === 'duel' && !isCertain(round) ? t.revealedUnsure : t.revealed;
}

/** The same for a wall of ideas, which may be filled before anybody votes. */
export function wallSentence(round: RoundView, t: StageTexts): string {
  if (round.status === 'draft') return previewSentence(round, t);
  if (round.status === 'open')
    return round.tally.counts === null ? hiddenSentence(round, t) : ruleSentence(round.rule, t);
  if (round.tally.ballots === 0) return t.noBallots;
  return round.status === 'closed' ? t.counting : t.revealed;
}

/** In a duel: whether more ballots would hardly turn who is in front. */
export function isCertain(round: RoundView): boolean {
  return isSure(standings(round).filter(({ draft }) => isVotable(draft)));
}

function previewSentence({ collecting, ideas }: RoundView, t: StageTexts): string {
  if (!collecting) return t.preview;
  return ideas?.whileVoting ? t.collectingFirst : t.collecting;
}

function hiddenSentence({ results }: RoundView, t: StageTexts): string {
  return results === 'after-vote' ? t.hiddenUntilVoted : t.hiddenUntilEnd;
}

export function ruleSentence(rule: BallotRule, t: StageTexts): string {
  switch (rule.kind) {
    case 'approve':
      return t.approve;
    case 'rank':
      return t.rank(rule.max);
    case 'points':
      return t.spread(rule.budget);
    case 'duel':
      return t.duel;
    case 'choose':
      if (rule.max === 1) return t.chooseOne;
      if (rule.min === rule.max) return t.chooseExactly(rule.max);
      return rule.min > 1 ? t.chooseBetween(rule.min, rule.max) : t.chooseUpTo(rule.max);
  }
}

/** The longer a question, the smaller its letters: one line if possible, three at most. */
export function sizeOf(question: string): 's' | 'm' | 'l' {
  return question.length <= 32 ? 's' : question.length <= 46 ? 'm' : 'l';
}
