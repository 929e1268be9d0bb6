import type { BoardHead, RoundView } from '../../shared/board-view.ts';
import type { rules as de } from '../../shared/messages/de/rules.ts';
import type { Messages } from '../../shared/messages/messages.ts';
import { dayText } from './day.ts';
import type { words as allWords } from './words.ts';

export type RulesTexts = Messages<typeof de>;
type Words = Pick<typeof allWords, 'language' | 'moment' | 'duration' | 'list'>;
type Head = Pick<BoardHead, 'makerName' | 'terms' | 'rules' | 'endsAt'>;

/** What the rules say about one thing people ask. */
export interface Rule {
  readonly about: string;
  readonly sentences: readonly string[];
}

/** The real settings of a board and of the round on show, in the order in which people ask. */
export function rulesOf(head: Head, round: RoundView | null, t: RulesTexts, words: Words): readonly Rule[] {
  const maker = head.makerName || t.someone;
  const Maker = head.makerName || t.Someone;
  const ofRound = round && [
    { about: t.end, sentences: [whenItEnds(round, t, Maker, words)] },
    { about: t.vote, sentences: [t.oneEach, whatToDo(round, t), t.change, t.shuffled] },
    { about: t.counted, sentences: [howCounted(round, t), ties(head, t, maker)] },
    { about: t.shown, sentences: [whenShown(round, t, maker)] },
  ];
  return [
    {
      about: t.decides,
      sentences: [head.terms.decides === 'votes' ? t.decidesVotes : t.decidesMaker(Maker)],
    },
    ...(ofRound ?? []),
    ...(round?.ideas ? [{ about: t.ideas, sentences: ideas(round.ideas, t, maker) }] : []),
    {
      about: t.stored,
      sentences: [round?.ideas ? t.storedIdeas : t.storedVote, t.storedName, ...kept(head, t, words)],
    },
  ];
}

/** Which text of the rules stands, and what was changed last. */
export function versionOf({ rules }: Pick<Head, 'rules'>, t: RulesTexts, words: Words): string {
  const last = rules.changes.at(-1);
  const since = last
    ? t.changedAt(words.moment(last.at), words.list(last.topics.map((topic) => t.topics[topic])))
    : t.unchanged;
  return `${t.version(rules.version)}, ${since}`;
}

function whatToDo({ rule, kind, entries }: RoundView, t: RulesTexts): string {
  const { one, many } = t.nouns[kind];
  // Ideas may still come; drafts are all there.
  const most = (max: number) => (kind === 'ideas' ? max : Math.min(max, Math.max(entries.length, 2)));
  switch (rule.kind) {
    case 'approve':
      return t.chooseAny(many);
    case 'rank':
      return t.rank(most(rule.max), many);
    case 'points':
      return t.points(rule.budget, many);
    case 'duel':
      return t.duel(many);
    case 'choose': {
      const max = Math.max(rule.min, rule.max === 1 ? 1 : most(rule.max));
      if (max === 1) return t.chooseOne(one);
      return rule.min === max ? t.chooseExactly(max, many) : t.chooseUpTo(rule.min, max, many);
    }
  }
}

function howCounted({ rule }: RoundView, t: RulesTexts): string {
  switch (rule.kind) {
    case 'rank':
      return t.countedRank(rule.max);
    case 'points':
      return t.countedPoints;
    case 'duel':
      return t.countedDuel;
    default:
      return t.countedOnce;
  }
}

function ties({ terms }: Head, t: RulesTexts, maker: string): string {
  return { maker: t.tiesMaker(maker), runoff: t.tiesRunoff, all: t.tiesAll }[terms.ties];
}

function whenShown({ results }: RoundView, t: RulesTexts, maker: string): string {
  return { live: t.shownLive, 'after-vote': t.shownAfterVote, 'after-close': t.shownAfterClose(maker) }[
    results
  ];
}

function whenItEnds(round: RoundView, t: RulesTexts, Maker: string, words: Words): string {
  const { status, closedAt, closesAt, seconds } = round;
  if (closedAt !== null && (status === 'closed' || status === 'revealed'))
    return t.ended(words.moment(closedAt));
  if (closesAt !== null) return t.endsAt(words.moment(closesAt));
  if (status === 'draft' && seconds !== null) return t.lasts(words.duration(seconds));
  return t.endsByHand(Maker);
}

function ideas(settings: NonNullable<RoundView['ideas']>, t: RulesTexts, maker: string): readonly string[] {
  return [
    t.ideasEach(settings.each) + (settings.whileVoting ? t.ideasWhileVoting : t.ideasBefore),
    settings.review ? t.ideasReviewed(maker) : t.ideasAtOnce,
    t.ideasFolded(maker),
  ];
}

function kept({ endsAt, terms }: Head, t: RulesTexts, words: Words): readonly string[] {
  if (endsAt !== null) return [t.endsOn(dayText(endsAt, words.language))];
  return [t.endsAfter(words.duration(terms.keepDays * 86_400)), t.promiseKeeps];
}
