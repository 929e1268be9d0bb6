import type { OwnBallot, Time } from '../../shared/board-view.ts';

/** One participant's whole choice in one run of a round. */
export interface Ballot extends OwnBallot {
  readonly participant: string;
  readonly castAt: Time;
}
