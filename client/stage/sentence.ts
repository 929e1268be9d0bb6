import type { BallotRule } from '../../shared/board-view.ts';
import type { stage as de } from '../../shared/messages/de/stage.ts';
import type { Messages } from '../../shared/messages/messages.ts';
import type { RoundScene } from './scene.ts';

type Words = Messages<typeof de>;

/** The one sentence beneath the question: what to do, or what is about to happen. */
export function sentenceOf(scene: RoundScene, t: Words, number: (n: number) => string): string {
  const { ballots } = scene.round.tally;
  if (scene.kind === 'preview') return t.preview;
  if (scene.kind === 'open')
    return scene.counted ? ruleSentence(scene.round.rule, t) : hiddenSentence(scene, t);
  if (scene.kind === 'closed') return ballots === 0 ? t.noBallots : t.counting;
  if (scene.winners.length === 0) return t.noBallots;
  return scene.winners.length > 1 ? t.tie(number(scene.winners.length)) : t.revealed;
}

function hiddenSentence(scene: RoundScene, t: Words): string {
  return scene.round.results === 'after-vote' ? t.hiddenUntilVoted : t.hiddenUntilEnd;
}

function ruleSentence(rule: BallotRule, t: Words): string {
  if (rule.kind !== 'choose') return t.approve;
  if (rule.max === 1) return t.chooseOne;
  if (rule.min === rule.max) return t.chooseExactly(rule.max);
  return rule.min > 1 ? t.chooseBetween(rule.min, rule.max) : t.chooseUpTo(rule.max);
}

/** The longer a question, the smaller its letters: one line if possible, three at most. */
export function sizeOf(question: string): 's' | 'm' | 'l' {
  return question.length <= 32 ? 's' : question.length <= 46 ? 'm' : 'l';
}
