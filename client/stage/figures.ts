import type { BallotRule } from '../../shared/board-view.ts';
import type { stage as de } from '../../shared/messages/de/stage.ts';
import type { Messages } from '../../shared/messages/messages.ts';
import type { words as allWords } from '../lib/words.ts';

type Texts = Pick<Messages<typeof de>, 'point' | 'points' | 'chance' | 'span' | 'firsts'>;
type Words = Pick<typeof allWords, 'number' | 'percent' | 'ballots'>;

interface Counted {
  readonly votes: number;
  readonly share: number;
  readonly firsts: number | null;
  readonly chance: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What an entry has, as the stage sets it: the figure large, its word small, and beside them what explains it. */
export interface Figures {
  readonly figure: string;
  readonly word: string;
  readonly beside: string;
}

export function figuresOf({ kind }: BallotRule, standing: Counted, t: Texts, words: Words): Figures {
  const { votes, share, firsts, chance, low, high } = standing;
  if (chance !== null) {
    const from = words.number(Math.round((low ?? 0) * 100));
    return { figure: words.percent(chance), word: t.chance, beside: t.span(from, words.percent(high ?? 1)) };
  }
  if (kind === 'rank' || kind === 'points') {
    const beside = kind === 'rank' ? (firsts ? t.firsts(words.number(firsts)) : '') : words.percent(share);
    return { figure: words.number(votes), word: votes === 1 ? t.point : t.points, beside };
  }
  const [figure = '', word = ''] = words.ballots(votes).split(/\s/);
  return { figure, word, beside: words.percent(share) };
}
