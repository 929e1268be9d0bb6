import type { RoundView } from '../../shared/board-view.ts';
import type { Outcome } from '../../shared/outcome.ts';
import { makeRound } from './views.ts';

export const decided = (fields: Partial<Outcome> = {}): Outcome => ({
  chosen: ['oak'],
  reason: '',
  text: 'Wir bauen es.',
  picture: null,
  alt: '',
  promise: null,
  steps: [],
  publishedAt: 1,
  changedAt: 1,
  ...fields,
});

/** A round of oak, walnut and ash with these counts. */
export const revealed = (counts: number[], outcome: Outcome | null = null): RoundView =>
  makeRound({
    status: 'revealed',
    outcome,
    tally: { version: 1, ballots: counts.reduce((sum, n) => sum + n, 0), counts },
  });
