/** [T1] The counters of one run of a round. Entries nobody chose may be missing. */
export interface StoredTally {
  readonly version: number;
  readonly ballots: number;
  readonly counts: ReadonlyMap<string, number>;
}

export const NO_BALLOTS: StoredTally = { version: 0, ballots: 0, counts: new Map() };
