import type { Rejection } from '../../shared/ack.ts';
import type { StoredTally } from '../domain/tally.ts';
import type { BallotAnswer, BallotBatch, Store } from '../store/store.ts';
import type { Clock } from '../ops/clock.ts';
import type { Counters } from '../ops/counters.ts';

export type Slip = BallotBatch['ballots'][number] & { readonly roundId: string; readonly run: number };

/** What became of one slip, after the durable commit. */
export type Counted =
  | { readonly ok: true; readonly answer: BallotAnswer; readonly tally: StoredTally }
  | { readonly ok: false; readonly no: Rejection };

/** What one commit moved; `counted` are the ballots that are new. */
export interface CommittedBatch {
  readonly roundId: string;
  readonly run: number;
  readonly tally: StoredTally;
  readonly counted: readonly Slip[];
}

interface Waiting {
  readonly slip: Slip;
  readonly resolve: (counted: Counted) => void;
  readonly reject: (error: unknown) => void;
}

/** Ballots in one commit. SQLite holds the event loop while it writes: 500 are about 3 ms. */
const BATCH = 500;

/**
 * Group commit. What arrives during one turn of the event loop, or while the store is writing, goes to the store as
 * one batch. An idle box commits at once, so a single vote pays no waiting time; a busy one rests as long as the last
 * commit took, so that at least half of the time is left for reading ballots. A fixed gathering time was rejected:
 * it makes every vote in a small room wait for company that does not come.
 */
export class BallotBox {
  readonly #boardId: string;
  readonly #store: Pick<Store, 'castBallots'>;
  readonly #clock: Clock;
  readonly #counters: Counters;
  readonly #committed: (batch: CommittedBatch) => void;
  #waiting: Waiting[] = [];
  #emptying: Promise<void> | null = null;
  #lastAnswer: Promise<unknown> = Promise.resolve();

  /** `committed` hears of every batch, before its ballots are acknowledged. */
  constructor(deps: {
    boardId: string;
    store: Pick<Store, 'castBallots'>;
    clock: Clock;
    counters: Counters;
    committed: (batch: CommittedBatch) => void;
  }) {
    this.#boardId = deps.boardId;
    this.#store = deps.store;
    this.#clock = deps.clock;
    this.#counters = deps.counters;
    this.#committed = deps.committed;
  }

  /** Resolves after the commit that holds the slip; rejects if the store failed, and then nothing was written. */
  cast(slip: Slip): Promise<Counted> {
    const answer = new Promise<Counted>((resolve, reject) => {
      this.#waiting.push({ slip, resolve, reject });
      this.#emptying ??= this.#empty();
    });
    this.#lastAnswer = answer;
    return answer;
  }

  /** Resolves when every slip that was cast before has its answer; those that come later are not waited for. */
  async settled(): Promise<void> {
    await Promise.allSettled([this.#lastAnswer]);
  }

  async #empty(): Promise<void> {
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) {
      const startedAt = this.#clock.now();
      await this.#commit(this.#takeBatch());
      const took = this.#clock.now() - startedAt;
      await (took > 0 && this.#waiting.length < BATCH ? this.#rest(took) : new Promise(setImmediate));
    }
    this.#emptying = null;
  }

  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => this.#clock.after(ms, resolve));
  }

  /** Slips of one run of one round, in order of arrival. */
  #takeBatch(): Waiting[] {
    const first = this.#waiting[0]?.slip;
    let end = 0;
    while (end < BATCH && first && sameRun(this.#waiting[end]?.slip, first)) end += 1;
    return this.#waiting.splice(0, end);
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const first = batch[0];
    if (!first) return;
    const { roundId, run } = first.slip;
    const startedAt = this.#clock.now();
    this.#counters.flushes += 1;
    try {
      const result = await this.#store.castBallots({
        boardId: this.#boardId,
        roundId,
        run,
        now: this.#clock.now(),
        ballots: batch.map(({ slip: { roundId: _, run: __, ...ballot } }) => ballot),
      });
      this.#counters.committed(batch.length, this.#clock.now() - startedAt);
      if (!result.ok) {
        for (const { resolve } of batch) resolve({ ok: false, no: { code: result.code } });
        return;
      }
      const { tally, answers } = result;
      const counted = batch.flatMap(({ slip }, i) => (answers[i]?.result === 'counted' ? slip : []));
      this.#committed({ roundId, run, tally, counted });
      batch.forEach(({ resolve, reject }, i) => {
        const answer = answers[i];
        if (answer) resolve({ ok: true, answer, tally });
        else reject(new Error('the store answered fewer ballots than it was given'));
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}

function sameRun(slip: Slip | undefined, first: Slip): boolean {
  return slip?.roundId === first.roundId && slip.run === first.run;
}
