/** How a board stands in a store that several processes write to. */
export interface Standing {
  readonly seq: number;
  /** Of the tally that was asked for; 0 without one. */
  readonly version: number;
  /** Phones that look at the board at other nodes. */
  readonly elsewhere: number;
}

export interface Standings {
  /** Notes how many phones look at the board at this node, for some seconds; `null`: there is no such board. */
  note(
    boardId: string,
    of: { readonly roundId: string; readonly run: number } | null,
    phones: number,
  ): Promise<Standing | null>;
  /** [S7] The next version of the board is above this one, also where the store had come less far. */
  overtake(boardId: string, seq: number): Promise<void>;
  /** Calls `doubt` whenever the store was out of reach: it may have lost the last of what it had acknowledged. */
  onLoss(doubt: () => void): void;
}
