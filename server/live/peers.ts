import type { Standing } from '../store/standings.ts';
import type { RunOf } from './speaker.ts';

/** What a node tells the others of a board: that it has moved. What it is now, they read in the store. */
export interface Mark {
  readonly boardId: string;
  /** `null`: the board was removed. */
  readonly seq: number | null;
  /** The run that was counted, and the version of its tally. */
  readonly tally: (RunOf & { readonly version: number }) | null;
  /** Participants who have voted: of a device with windows at several nodes, each shows what counts. */
  readonly cast: readonly string[];
}

/** What the rooms of this process know of other processes that write to the same store. */
export interface Peers {
  /** `false`: there are none, and what a room holds is what the store holds. */
  readonly exist: boolean;
  /** After the commit. May be lost: `standing` heals that. */
  signal(mark: Mark): void;
  /** What others have signalled. */
  hear(listen: (mark: Mark) => void): void;
  /** Notes how many phones look at the board here, and answers how it stands in the store; `null`: it is not there. */
  standing(boardId: string, of: RunOf | null, phones: number): Promise<Standing | null>;
  /** [S7] The store may have lost the last of what it had acknowledged. */
  onLoss(doubt: () => void): void;
  /** [S7] The next version of the board is above this one. */
  overtake(boardId: string, seq: number): Promise<void>;
}

export const ALONE: Peers = {
  exist: false,
  signal() {},
  hear() {},
  standing: async () => null,
  onLoss() {},
  overtake: async () => {},
};
