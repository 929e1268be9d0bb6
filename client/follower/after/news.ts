import type { BoardView, OwnBallot, Time } from '../../../shared/board-view.ts';
import type { Mine } from '../../../shared/mine.ts';
import type { words as allWords } from '../../lib/words.ts';
import { ideaNews } from './idea-news.ts';
import type { AfterTexts } from './texts.ts';
import { voteNews } from './vote-news.ts';

/** Something that became of a follower's own vote or idea. */
export interface News {
  /** What it is about: one vote, one idea. */
  readonly subject: string;
  /** The round it is told by: one's idea and one's vote in it are told once. */
  readonly roundId: string;
  /** How far that has come; told once for each stage, and only the latest. */
  readonly stage: string;
  readonly text: string;
  /** The same in a few words, for one line. */
  readonly short: string;
}

export interface NewsSources {
  readonly view: BoardView;
  /** This device's counted ballot in the current run of a round. */
  own(roundId: string): OwnBallot | null;
  readonly mine: Mine | null;
  readonly now: Time;
}

export type NewsWords = Pick<typeof allWords, 'list' | 'language'>;

/** Ideas first: they are the larger part in it; those that were folded last. The rounds from the last to the first. */
export function newsOf(sources: NewsSources, t: AfterTexts, words: NewsWords): readonly News[] {
  const ideas = [...(sources.mine?.ideas ?? [])]
    .reverse()
    .flatMap((idea) => ideaNews(idea, sources, t, words) ?? []);
  const told = new Set(ideas.map(({ roundId }) => roundId));
  const votes = [...sources.view.rounds]
    .reverse()
    .flatMap((round) => (told.has(round.id) ? [] : (voteNews(round, sources, t, words) ?? [])));
  const isFolded = ({ subject }: News) =>
    sources.mine?.ideas.some(({ id, state }) => state === 'folded' && subject.endsWith(id)) ?? false;
  return [...ideas.filter((one) => !isFolded(one)), ...votes, ...ideas.filter(isFolded)];
}
