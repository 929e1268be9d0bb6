import type { Board } from '../domain/board.ts';
import type { Round } from '../domain/round.ts';
import type { Store, StoredTally } from './store.ts';

/** One run of a round: the counters as told, and the ballots counted anew. */
export interface RecountedRun {
  readonly board: Board;
  readonly round: Round;
  readonly run: number;
  readonly stored: StoredTally;
  readonly recounted: StoredTally;
}

/** [T1] Every run of every round. */
export async function recountAll(store: Store): Promise<RecountedRun[]> {
  const counted: RecountedRun[] = [];
  for (const board of await store.listBoards()) {
    for (const round of board.rounds) {
      for (let run = 1; run <= round.runs; run++) {
        counted.push({ board, round, run, ...(await recountRun(store, round.id, run)) });
      }
    }
  }
  return counted;
}

/** Two readings of the same version that differ; a run that moved between them is no fault. */
export function isMiscounted({ stored, recounted }: Pick<RecountedRun, 'stored' | 'recounted'>): boolean {
  if (stored.version !== recounted.version) return false;
  const entries = [...stored.counts.keys(), ...recounted.counts.keys()];
  return (
    stored.ballots !== recounted.ballots ||
    entries.some((entry) => (stored.counts.get(entry) ?? 0) !== (recounted.counts.get(entry) ?? 0))
  );
}

/** How often a run is read again whose ballots come in faster than they are counted. */
const TRIES = 10;

async function recountRun(store: Store, roundId: string, run: number, tries = TRIES) {
  const stored = await store.readTally(roundId, run);
  const recounted = await store.recount(roundId, run);
  if (stored.version === recounted.version || tries === 1) return { stored, recounted };
  return recountRun(store, roundId, run, tries - 1);
}
