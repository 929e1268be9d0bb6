import type { Time } from '../../shared/board-view.ts';
import type { BoardFields } from './change.ts';
import type { Round } from './round.ts';

/** One co-creation topic with its link, as the maker's side knows it. Ballots and tallies live in the store. */
export interface Board extends BoardFields {
  readonly id: string;
  readonly slug: string;
  readonly joinCode: string;
  readonly stageToken: string;
  readonly createdAt: Time;
  /** Structural version: grows by one with every committed change. */
  readonly seq: number;
  readonly currentRoundId: string | null;
  readonly rounds: readonly Round[];
}
