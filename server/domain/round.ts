import type { Draft, RoundStatus, Time } from '../../shared/board-view.ts';
import type { RoundFields } from './change.ts';

/** One concrete question with one kind of ballot. */
export interface Round extends RoundFields {
  readonly id: string;
  readonly kind: 'drafts';
  readonly status: RoundStatus;
  /** Which opening this is: 0 = never opened. Reopening starts the next run, with no ballots. */
  readonly run: number;
  readonly openedAt: Time | null;
  readonly closesAt: Time | null;
  readonly closedAt: Time | null;
  readonly entries: readonly Draft[];
}
