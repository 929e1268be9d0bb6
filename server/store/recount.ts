import type { Store, StoredTally } from './store.ts';

/** One run of a round: the counters as told, and the ballots counted anew. */
export interface RecountedRun {
  readonly boardId: string;
  readonly roundId: string;
  readonly run: number;
  readonly stored: StoredTally;
  readonly recounted: StoredTally;
}

/** [T1] Every run of every round. While ballots come in, a run may move between the two readings: ask again then. */
export async function recountAll(store: Store): Promise<RecountedRun[]> {
  const counted: RecountedRun[] = [];
  for (const board of await store.listBoards()) {
    for (const round of board.rounds) {
      for (let run = 1; run <= round.runs; run++) {
        const stored = await store.readTally(round.id, run);
        const recounted = await store.recount(round.id, run);
        counted.push({ boardId: board.id, roundId: round.id, run, stored, recounted });
      }
    }
  }
  return counted;
}

export function isSameTally({ stored, recounted }: Pick<RecountedRun, 'stored' | 'recounted'>): boolean {
  const entries = new Set([...stored.counts.keys(), ...recounted.counts.keys()]);
  return (
    stored.ballots === recounted.ballots &&
    [...entries].every((entry) => (stored.counts.get(entry) ?? 0) === (recounted.counts.get(entry) ?? 0))
  );
}
