import type { Time } from '../../../shared/board-view.ts';
import { type Outcome, promisedBy, promiseState } from '../../../shared/outcome.ts';
import { dayText, promisedDay } from '../../lib/day.ts';
import type { News, NewsWords } from './news.ts';
import type { AfterTexts } from './texts.ts';

type Told = Omit<News, 'subject' | 'roundId'>;

/** What became of a promise about `what`; `null`: nothing yet. */
export function promiseNews(
  outcome: Outcome,
  what: string,
  now: Time,
  t: AfterTexts,
  words: NewsWords,
): Told | null {
  const state = promiseState(outcome, now);
  const first = outcome.promise ? dayOf(outcome.promise.by, words) : '';
  const due = dayOf(promisedBy(outcome), words);
  const stage = `${state} ${outcome.steps.length}`;
  if (state === 'kept') return { stage, text: t.promiseKept(what, first), short: t.shortKept };
  if (state === 'postponed') return { stage, text: t.promisePostponed(what, due), short: t.shortPostponed };
  if (state === 'overdue') return { stage, text: t.promiseOverdue(what, due), short: t.shortOverdue };
  return null;
}

/** "… wird gemacht, versprochen bis 12. März 2027", without a full stop. */
export function withPromise(what: string, outcome: Outcome, t: AfterTexts, words: NewsWords): string {
  const by = promisedBy(outcome);
  return by === null ? what : t.promisedBy(what, dayOf(by, words));
}

function dayOf(by: Time | null, { language }: NewsWords): string {
  return by === null ? '' : dayText(promisedDay(by), language);
}
