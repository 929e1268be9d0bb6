import type { BoardView, RoundView, Time } from '../../../shared/board-view.ts';
import { type Outcome, promisedBy, promiseState } from '../../../shared/outcome.ts';

export interface Overdue {
  readonly round: RoundView;
  readonly outcome: Outcome;
  /** The end of the day that has passed. */
  readonly due: Time;
}

/** [O3] Promises whose day has passed without a word, the longest waiting first. */
export function overdueOf({ rounds }: Pick<BoardView, 'rounds'>, now: Time): readonly Overdue[] {
  return rounds
    .flatMap((round) => {
      const { outcome } = round;
      const due = outcome && promisedBy(outcome);
      return outcome && due !== null && promiseState(outcome, now) === 'overdue'
        ? [{ round, outcome, due }]
        : [];
    })
    .sort((a, b) => a.due - b.due);
}
