import { isDeepStrictEqual } from 'node:util';
import type { Board } from '../domain/board.ts';
import type { Round } from '../domain/round.ts';
import { NO_BALLOTS, type StoredTally } from '../domain/tally.ts';
import type { Store } from '../store/store.ts';
import type { RunOf } from './speaker.ts';

/** The counters of a board as last committed, by round and run: a late answer may belong to a run that is over. */
export class Tallies {
  readonly #store: Pick<Store, 'readTally'>;
  readonly #byRun = new Map<string, StoredTally>();
  /** What other nodes have counted up to. */
  readonly #heard = new Map<string, number>();

  private constructor(store: Pick<Store, 'readTally'>) {
    this.#store = store;
  }

  /** Of all current runs, and of those before: they are shown again when the opening of these is taken back. */
  static async load(board: Board, store: Pick<Store, 'readTally'>): Promise<Tallies> {
    const tallies = new Tallies(store);
    (await tallies.readAll(board.rounds))();
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

  /** Another node has counted up to this version. `true`: it is newer than what is known here. */
  heard(of: RunOf, version: number): boolean {
    const key = keyOf(of);
    this.#heard.set(key, Math.max(version, this.#heard.get(key) ?? 0));
    return this.isBehind(of);
  }

  isBehind(of: RunOf): boolean {
    const key = keyOf(of);
    return (this.#heard.get(key) ?? 0) > (this.#byRun.get(key)?.version ?? 0);
  }

  /** [S7] Whether the store has less than what is known of a run, or something else. */
  async areLost(rounds: readonly Round[]): Promise<boolean> {
    for (const of of runsOf(rounds)) {
      // Read afterwards: what the store has by then is more, or the same.
      const known = this.#byRun.get(keyOf(of));
      if (!known) continue;
      const stored = await this.#store.readTally(of.roundId, of.run);
      if (stored.version < known.version) return true;
      if (stored.version === known.version && !isDeepStrictEqual(stored, known)) return true;
    }
    return false;
  }

  /** [S7] Of all that was known nothing counts any more. */
  forget(): void {
    this.#byRun.clear();
    this.#heard.clear();
  }

  /** Where something else than a ballot taken here has moved the counts. */
  async reread(of: RunOf): Promise<void> {
    (await this.#read(of))();
  }

  /** The same for several: they are known from when the answer is called, all at one moment. */
  async readAll(rounds: readonly Round[]): Promise<() => void> {
    const learns: (() => void)[] = [];
    for (const of of runsOf(rounds)) learns.push(await this.#read(of));
    return () => {
      for (const learn of learns) learn();
    };
  }

  async #read(of: RunOf): Promise<() => void> {
    const key = keyOf(of);
    const heard = this.#heard.get(key);
    const tally = await this.#store.readTally(of.roundId, of.run);
    return () => {
      this.learn(of, tally);
      // What was heard meanwhile may be newer. What was not is answered, also where the store knows of less.
      if (this.#heard.get(key) === heard) this.#heard.delete(key);
    };
  }
}

/** Those that are shown, or will be when an opening is taken back. */
function runsOf(rounds: readonly Round[]): RunOf[] {
  return rounds.flatMap(({ id, run, before }) =>
    [run, before?.run ?? 0].filter((shown) => shown > 0).map((shown) => ({ roundId: id, run: shown })),
  );
}

function keyOf({ roundId, run }: RunOf): string {
  return `${roundId}/${run}`;
}
