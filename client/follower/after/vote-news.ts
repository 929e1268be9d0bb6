import type { OwnBallot, RoundView, Time } from '../../../shared/board-view.ts';
import type { Outcome } from '../../../shared/outcome.ts';
import { standings } from '../../lib/standing.ts';
import type { News, NewsSources, NewsWords } from './news.ts';
import { promiseNews, withPromise } from './promise-news.ts';
import type { AfterTexts } from './texts.ts';

/** More names than this are not read any more. */
const NAMES = 3;

/** What became of a vote: the result, the decision, the promise; `null`: no vote, or nothing yet. */
export function voteNews(
  round: RoundView,
  { own, now }: NewsSources,
  t: AfterTexts,
  words: NewsWords,
): News | null {
  const ballot = own(round.id);
  if (ballot === null || round.status !== 'revealed') return null;
  const about = { subject: `vote ${round.id} ${round.run}`, roundId: round.id };
  const name = (ids: readonly string[]) => namesOf(round, ids, t, words);
  const voted = votedWords(round, ballot, t, name);
  const { outcome } = round;
  if (outcome === null) return resultNews(round, ballot, voted, { about, name, t });

  const { promise, said } = decidedWords(round, outcome, now, t, words);
  if (promise) return { ...about, ...promise };
  const { chosen } = outcome;
  const stage = `decided ${outcome.changedAt}`;
  const mine = chosen.some((id) => favours(round, ballot).includes(id));
  return mine
    ? { ...about, stage, text: t.yours(said), short: t.shortMade }
    : { ...about, stage, text: t.notYours(said, voted), short: t.shortDecided };
}

/** What was decided, in words without a full stop; where the promise has come further, that instead. */
export function decidedWords(round: RoundView, outcome: Outcome, now: Time, t: AfterTexts, words: NewsWords) {
  const { chosen } = outcome;
  const none = chosen.length === 0;
  const what = none ? t.quoted(round.question) : namesOf(round, chosen, t, words);
  const made = none ? t.noneMade(round.question) : t.getsMade(chosen.length, what);
  return {
    promise: promiseNews(outcome, what, now, t, words),
    said: withPromise(made, outcome, t, words),
  };
}

interface Result {
  readonly about: Pick<News, 'subject' | 'roundId'>;
  name(ids: readonly string[]): string;
  readonly t: AfterTexts;
}

function resultNews(
  round: RoundView,
  ballot: OwnBallot,
  voted: string,
  { about, name, t }: Result,
): News | null {
  const first = standings(round).flatMap((one) => (one.first ? [one.draft.id] : []));
  if (first.length === 0) return null;
  const mine = first.some((id) => favours(round, ballot).includes(id));
  const winners = name(first);
  const stage = 'revealed';
  if (mine && first.length === 1) return { ...about, stage, text: t.andWon(voted), short: t.shortWon };
  if (mine) return { ...about, stage, text: t.andTied(voted, winners), short: t.shortResult };
  return { ...about, stage, text: t.otherWon(voted, first.length, winners), short: t.shortResult };
}

/** What somebody stood for: all that was chosen, the first place, or what they gave the most points. */
function favours({ rule, entries }: RoundView, ballot: OwnBallot): readonly string[] {
  if (rule.kind === 'duel') return [];
  if (rule.kind === 'rank') return ballot.entries.slice(0, 1);
  const points = ballot.points ?? [];
  const most = Math.max(...points);
  const picked = points.length === 0 ? ballot.entries : ballot.entries.filter((_, at) => points[at] === most);
  // Whoever chose everything stood for nothing in particular.
  return picked.length < entries.length ? picked : [];
}

function votedWords(
  round: RoundView,
  ballot: OwnBallot,
  t: AfterTexts,
  name: (ids: readonly string[]) => string,
): string {
  const favoured = favours(round, ballot);
  if (favoured.length === 0 || favoured.length > NAMES) return t.votedOn(round.question);
  return round.rule.kind === 'rank' ? t.votedFirst(name(favoured)) : t.votedFor(name(favoured));
}

function namesOf(round: RoundView, ids: readonly string[], t: AfterTexts, words: NewsWords): string {
  const titles = ids.flatMap((id) => round.entries.find((entry) => entry.id === id)?.title || []);
  const shown = titles.slice(0, NAMES).map(t.quoted);
  return words.list(titles.length > NAMES ? [...shown, `+ ${titles.length - NAMES}`] : shown);
}
