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
 * Milliseconds between two commits. A commit of one ballot costs as much as one of fifty: where ballots come alone, four are
 * less than anybody notices; where they come together, twenty-five save as much processor time as the ballots themselves take.
 */
const REST_MS = 4;
const REST_TOGETHER_MS = 25;

/** After a commit that hung, those who wait have waited enough. */
const LONGEST_REST_MS = 250;

/**
 * [J7] Group commit. What arrives during one turn of the event loop, while the store is writing, or while the box rests
 * from its last commit, goes to the store as one batch. A quiet box commits at once, so a single vote pays no waiting
 * time; a busy one rests for a moment, and at least as long as the last commit took. The time is the machine's, not the
 * board's.
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
  #restedAt = 0;

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
    while (this.#waiting.length > 0) {
      await this.#rest();
      const startedAt = performance.now();
      const batch = this.#takeBatch();
      await this.#commit(batch);
      const now = performance.now();
      const rest = Math.max(batch.length > 1 ? REST_TOGETHER_MS : REST_MS, now - startedAt);
      this.#restedAt = now + Math.min(LONGEST_REST_MS, rest);
    }
    this.#emptying = null;
  }

  /** At least until all that has arrived is read. */
  #rest(): Promise<unknown> {
    const ms = Math.ceil(this.#restedAt - performance.now());
    const isFull = this.#waiting.length >= BATCH;
    return new Promise((resolve) => (ms > 0 && !isFull ? setTimeout(resolve, ms) : setImmediate(resolve)));
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
