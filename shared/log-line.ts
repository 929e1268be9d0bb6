import type { FoldReason } from './entry.ts';
import type { Time } from './board-view.ts';

/**
 * One line of a board's log. `act` is the kind of a change, the act on an idea (`folded`) or on an outcome
 * (`outcome-kept`); the surfaces have a sentence for each. The log holds no words of participants and no names of theirs: what was erased stays erased.
 */
export interface LogLine {
  readonly seq: number;
  readonly at: Time;
  readonly act: string;
  readonly roundId?: string;
  readonly ideaIds?: readonly string[];
  /** Of a folding. */
  readonly reason?: FoldReason;
  /** The maker's sentence at folding, answering or burying. */
  readonly sentence?: string;
}
