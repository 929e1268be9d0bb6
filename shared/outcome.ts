import type { Picture } from './entry.ts';
import type { Time } from './board-view.ts';

/** What the maker decided after a round, why, and what happens by when. */
export interface Outcome {
  /** Ids of the entries that are made: the winners, or others with a `reason`. Several where all of them are. */
  readonly chosen: readonly string[];
  /** Why these and not those in front; empty only where the winners, alone or tied, are among the chosen. */
  readonly reason: string;
  /** What was decided, in the maker's words. */
  readonly text: string;
  readonly picture: Picture | null;
  readonly alt: string;
  readonly promise: Promised | null;
  /** What became of the promise, oldest first. */
  readonly steps: readonly PromiseStep[];
  readonly publishedAt: Time;
  /** Later than `publishedAt` where it was corrected. */
  readonly changedAt: Time;
}

export interface Promised {
  readonly text: string;
  /** The end of the promised day. */
  readonly by: Time;
}

export interface PromiseStep {
  /** `postponed` has a new day and a reason in `text`. */
  readonly kind: 'kept' | 'postponed';
  readonly text: string;
  readonly at: Time;
  readonly by: Time | null;
  readonly picture: Picture | null;
  readonly alt: string;
}

export type PromiseState = 'none' | 'open' | 'postponed' | 'overdue' | 'kept';

/** [O3] When the promised day has passed without a word, the promise marks itself overdue. */
export function promiseState(outcome: Pick<Outcome, 'promise' | 'steps'>, now: Time): PromiseState {
  const last = outcome.steps.at(-1);
  if (last?.kind === 'kept') return 'kept';
  const due = promisedBy(outcome);
  if (due === null) return 'none';
  if (now > due) return 'overdue';
  return last ? 'postponed' : 'open';
}

/** The day that counts now: the latest postponement, else the promise. */
export function promisedBy({ promise, steps }: Pick<Outcome, 'promise' | 'steps'>): Time | null {
  return steps.findLast(({ by }) => by !== null)?.by ?? promise?.by ?? null;
}
