import type { RoundView, Time } from '../../../shared/board-view.ts';
import type { OwnIdea } from '../../../shared/mine.ts';
import type { Outcome } from '../../../shared/outcome.ts';
import { draftsFrom } from '../../lib/family.ts';
import { letter } from '../../lib/letter.ts';
import { standings } from '../../lib/standing.ts';
import type { News, NewsSources, NewsWords } from './news.ts';
import { promiseNews, withPromise } from './promise-news.ts';
import type { AfterTexts } from './texts.ts';

/** What became of an idea, the furthest it has come; `null`: nothing yet. */
export function ideaNews(idea: OwnIdea, sources: NewsSources, t: AfterTexts, words: NewsWords): News | null {
  const told =
    foldedNews(idea, t) ?? draftNews(idea, sources, t, words) ?? ownRoundNews(idea, sources, t, words);
  return told && { subject: `idea ${idea.id}`, ...told };
}

type Told = Omit<News, 'subject'> | null;

function foldedNews({ title, state, objection }: OwnIdea, t: AfterTexts): Told {
  if (state !== 'folded') return null;
  if (objection?.answer)
    return { roundId: '', stage: 'answered', text: t.ideaAnswered(t.quoted(title)), short: t.shortAnswered };
  // Whoever has objected knows of the folding.
  if (objection) return null;
  return { roundId: '', stage: 'folded', text: t.ideaFolded(t.quoted(title)), short: t.shortFolded };
}

function draftNews(idea: OwnIdea, { view, now }: NewsSources, t: AfterTexts, words: NewsWords): Told {
  const drafts = draftsFrom(view, idea.id);
  const title = t.quoted(idea.title);
  const made = drafts.findLast(({ entry, round }) => round.outcome?.chosen.includes(entry.id));
  if (made?.round.outcome) {
    return madeNews(made.round, made.round.outcome, title, now, t, words);
  }
  const last = drafts.at(-1);
  if (!last) return null;
  const sign = letter(last.index);
  const standing = standings(last.round)[last.index];
  if (last.round.status === 'revealed' && standing?.first) {
    const stage = `won ${last.entry.id}`;
    return { roundId: last.round.id, stage, text: t.ideaDraftWon(title, sign), short: t.shortIdeaWon };
  }
  return {
    roundId: '',
    stage: `draft ${last.entry.id}`,
    text: t.ideaDraft(title, sign),
    short: t.shortDraft(sign),
  };
}

/** In the round it was handed in to: chosen, in front, or merged into another one. */
function ownRoundNews(idea: OwnIdea, sources: NewsSources, t: AfterTexts, words: NewsWords): Told {
  const round = sources.view.rounds.find(({ id }) => id === idea.roundId);
  if (!round) return null;
  const title = t.quoted(idea.title);
  const place = round.entries.findIndex(({ id }) => id === (idea.into ?? idea.id));
  const here = round.entries[place];
  if (here && round.outcome?.chosen.includes(here.id)) {
    return madeNews(round, round.outcome, title, sources.now, t, words);
  }
  if (round.status === 'revealed' && standings(round)[place]?.first) {
    return { roundId: round.id, stage: `won ${round.run}`, text: t.ideaWon(title), short: t.shortIdeaWon };
  }
  if (idea.state !== 'merged' || !here?.title) return null;
  const text = t.ideaMerged(title, t.quoted(here.title));
  return { roundId: '', stage: `merged ${here.id}`, text, short: t.shortMerged };
}

function madeNews(
  { id: roundId }: RoundView,
  outcome: Outcome,
  title: string,
  now: Time,
  t: AfterTexts,
  words: NewsWords,
): Told {
  const promise = promiseNews(outcome, title, now, t, words);
  if (promise) return { roundId, ...promise };
  const text = t.plain(withPromise(t.ideaMade(title), outcome, t, words));
  return { roundId, stage: `made ${outcome.changedAt}`, text, short: t.shortIdeaMade };
}
