import type { BallotRule } from '../../shared/board-view.ts';
import type { Standing } from './standing.ts';
import type { words as allWords } from './words.ts';

/** A part of every catalogue whose surface shows how entries stand. */
export interface NumberTexts {
  readonly noneYet: string;
  readonly tally: (votes: string, percent: string) => string;
  readonly points: (n: number, text: string) => string;
  readonly firsts: (n: number, text: string) => string;
  readonly chance: (percent: string, low: string, high: string) => string;
}

type Words = Pick<typeof allWords, 'number' | 'percent' | 'ballots'>;

/** How an entry stands, in the numbers that its round counts; empty where they are hidden. */
export function numberOf({ kind }: BallotRule, standing: Standing, t: NumberTexts, words: Words): string {
  const { count, share, firsts, chance, low, high } = standing;
  if (count === null) return '';
  if (chance !== null) {
    const whole = words.number(Math.round((low ?? 0) * 100));
    return t.chance(words.percent(chance), whole, words.percent(high ?? 1));
  }
  if (count === 0) return t.noneYet;
  if (kind === 'choose' || kind === 'approve') return t.tally(words.ballots(count), words.percent(share));
  const points = t.points(count, words.number(count));
  if (kind === 'points') return t.tally(points, words.percent(share));
  return firsts ? t.tally(points, t.firsts(firsts, words.number(firsts))) : points;
}
