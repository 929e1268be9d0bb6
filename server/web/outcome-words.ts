import type { BoardView, RoundView, Time } from '../../shared/board-view.ts';
import type { Language } from '../../shared/limits.ts';
import { promisedBy } from '../../shared/outcome.ts';
import { serverTexts } from './texts.ts';
import { chosenEntries, type Placed, placed, toldRound } from './told-round.ts';

/** What a chat shows of the decision, in the board's language: what won, and what is promised by when. */
export function outcomeDescription(view: BoardView): string {
  const texts = serverTexts(view.head.language);
  const round = toldRound(view);
  if (!round) return texts.undecided;
  const promise = promiseText(round, view.head.language);
  return [headline(round, view.head.language, true), ...(promise === null ? [] : [promise])].join(' ');
}

/** One sentence that names a tie a tie, and a choice against the votes a choice. */
export function headline(round: RoundView, language: Language, withVotes: boolean): string {
  const texts = serverTexts(language);
  const winning = placed(round).filter(({ first }) => first);
  const chosen = chosenEntries(round);
  const wonAlone = winning.length === 1 && chosen.length === 1 && chosen[0]?.id === winning[0]?.entry.id;
  if (round.outcome && chosen.length > 0 && !wonAlone) return texts.decided(titles(chosen, language));
  const [winner] = winning;
  if (!winner) return texts.nobodyVoted;
  const names = titles(
    winning.map(({ entry }) => entry),
    language,
  );
  const votes = withVotes ? votesText(winner, round, language) : '';
  return winning.length > 1 ? texts.tied(names, votes) : texts.won(names, votes);
}

/** By the round's rule: ballots, points, or how likely it wins a comparison. */
export function votesText({ count, share }: Placed, { rule, tally }: RoundView, language: Language): string {
  const texts = serverTexts(language);
  const figures = FIGURES[language];
  switch (rule.kind) {
    case 'duel':
      return texts.chance(`${Math.round(share * 100)} %`);
    case 'rank':
    case 'points':
      return texts.points(count, figures.format(count));
    default:
      return texts.ballotsOf(figures.format(count), figures.format(tally.ballots), tally.ballots);
  }
}

/** `null`: nothing was promised. */
export function promiseText({ outcome }: RoundView, language: Language): string | null {
  const by = outcome && promisedBy(outcome);
  if (!outcome?.promise || by == null) return null;
  return serverTexts(language).promised(outcome.promise.text, dayOf(by, language));
}

/**
 * A promise ends with its day where it was made. Half a day earlier it is noon there, and the same day almost everywhere:
 * a server may stand in another time zone than the maker.
 */
export function dayOf(endOfDay: Time, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(endOfDay - 12 * 60 * 60 * 1000);
}

/** Made once: making one takes longer than all else of a line. */
const FIGURES = { de: new Intl.NumberFormat('de'), en: new Intl.NumberFormat('en') };

function titles(entries: readonly { readonly title: string }[], language: Language): string {
  const quoted = entries.map(({ title }) => serverTexts(language).quoted(title));
  return new Intl.ListFormat(language).format(quoted);
}
