import type { RoundView } from '../../shared/board-view.ts';
import { FOLD_REASONS, isIdea } from '../../shared/entry.ts';
import { isSure } from './certainty.ts';
import { entryName } from './entry-name.ts';
import type { OutcomeTexts } from './outcome-texts.ts';
import { SMALL_SAMPLE } from './small-sample.ts';
import { byRank, type Standing } from './standing.ts';
import type { words as allWords } from './words.ts';

type Words = Pick<typeof allWords, 'number' | 'list'>;

/** How a vote went, in plain sentences: who was in front, how many took part, how it was counted. */
export function numbersOf(
  round: RoundView,
  standings: readonly Standing[],
  t: OutcomeTexts,
  words: Words,
): readonly string[] {
  const { ballots } = round.tally;
  if (ballots === 0) return [t.noVotes];
  const text = words.number(ballots);
  return [
    ...frontOf(round, standings, t, words),
    ballots < SMALL_SAMPLE ? t.smallSample(ballots, text) : t.voted(ballots, text),
    howCounted(round, t, words),
    t.oneEach,
  ];
}

/** "7 eingeklappt: 5 Spam, 2 beleidigend", and what else is no longer there; `null`: nothing. */
export function moderationOf({ entries }: RoundView, t: OutcomeTexts): string | null {
  const ideas = entries.filter(isIdea);
  const folded = ideas.filter(({ state }) => state === 'folded');
  const gone = (why: string) =>
    ideas.filter(({ state, reason }) => state === 'gone' && reason === why).length;
  const reasons = FOLD_REASONS.flatMap((why) => {
    const n = folded.filter(({ reason }) => reason === why).length;
    return n > 0 ? [t.foldedAs[why](n)] : [];
  });
  const [buried, back] = [gone('illegal'), gone('author')];
  const parts = [
    ...(folded.length > 0 ? [t.folded(folded.length, reasons.join(', '))] : []),
    ...(buried > 0 ? [t.buried(buried)] : []),
    ...(back > 0 ? [t.takenBack(back)] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : null;
}

function frontOf(round: RoundView, standings: readonly Standing[], t: OutcomeTexts, words: Words): string[] {
  const first = standings.filter((one) => one.first);
  const names = words.list(first.map(({ draft, index }) => entryName(t, draft, index)));
  if (first.length === 0) return [];
  if (first.length > 1) return [t.tiedAt(names)];
  const second = byRank(standings).filter(({ rank }) => rank === 2);
  const [winner, next] = [first[0], second[0]];
  const byBallots = round.rule.kind === 'choose' || round.rule.kind === 'approve';
  const unsure = round.rule.kind === 'duel' && !isSure(standings);
  const close = byBallots && second.length === 1 && winner?.count === (next?.count ?? 0) + 1;
  return [
    t.wonBy(names),
    ...(unsure ? [t.unsure] : []),
    ...(close && next ? [t.closeCall(entryName(t, next.draft, next.index))] : []),
  ];
}

function howCounted({ rule, tally }: RoundView, t: OutcomeTexts, words: Words): string {
  switch (rule.kind) {
    case 'approve':
      return t.ruleAny;
    case 'rank':
      return t.ruleRank(rule.max);
    case 'points':
      return t.rulePoints(rule.budget);
    case 'duel': {
      const pairs = tally.duels?.pairs ?? 0;
      return t.ruleDuel(pairs, words.number(pairs));
    }
    case 'choose':
      if (rule.max === 1) return t.ruleOne;
      return rule.min === rule.max ? t.ruleExactly(rule.max) : t.ruleUpTo(rule.min, rule.max);
  }
}
