import type { Board } from '../domain/board.ts';
import type { Round } from '../domain/round.ts';
import { NO_BALLOTS, type StoredTally } from '../domain/tally.ts';
import type { Store } from '../store/store.ts';
import type { RunOf } from './speaker.ts';

/** The counters of a board as last committed, by round and run: a late answer may belong to a run that is over. */
export class Tallies {
  readonly #store: Pick<Store, 'readTally'>;
  readonly #byRun = new Map<string, StoredTally>();

  private constructor(store: Pick<Store, 'readTally'>) {
    this.#store = store;
  }

  /** Of all current runs, and of those before: they are shown again when the opening of these is taken back. */
  static async load(board: Board, store: Pick<Store, 'readTally'>): Promise<Tallies> {
    const tallies = new Tallies(store);
    for (const { id, run, before } of board.rounds) {
      for (const shown of [run, before?.run ?? 0]) {
        if (shown > 0) await tallies.reread({ roundId: id, run: shown });
      }
    }
    return tallies;
  }

  of({ id, run }: Round): StoredTally {
    return this.#byRun.get(keyOf({ roundId: id, run })) ?? NO_BALLOTS;
  }

  /** `false`: what is known is as new. */
  learn(of: RunOf, tally: StoredTally): boolean {
    const key = keyOf(of);
    if (tally.version <= (this.#byRun.get(key)?.version ?? 0)) return false;
    this.#byRun.set(key, tally);
    return true;
  }

  /** Where something else than a ballot has moved the counts. */
  async reread(of: RunOf): Promise<void> {
    this.learn(of, await this.#store.readTally(of.roundId, of.run));
  }
}

function keyOf({ roundId, run }: RunOf): string {
  return `${roundId}/${run}`;
}
