import type { Board } from '../domain/board.ts';
import type { Decision } from '../domain/decision.ts';
import { closeRound, overdueRound } from '../domain/run.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';

const RETRY_MS = 1_000;

/** The server's clock ends a round, whoever is watching. */
export class RoundAlarm {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #close: () => Promise<unknown>;
  #cancel = () => {};
  #stopped = false;

  /** `close` closes the round whose end has come. */
  constructor({ clock, log }: { clock: Clock; log: Log }, close: () => Promise<unknown>) {
    this.#clock = clock;
    this.#log = log;
    this.#close = close;
  }

  /** Rings at the end of the board's open round, and no more at any other. */
  set(board: Board): void {
    const open = board.rounds.find(({ status, closesAt }) => status === 'open' && closesAt !== null);
    this.#cancel();
    if (open?.closesAt != null) this.#ringAt(open.closesAt, board.id);
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  #ringAt(at: number, boardId: string): void {
    this.#cancel = this.#clock.after(at - this.#clock.now(), () => {
      if (this.#stopped) return;
      // A timer may be early by a millisecond, and the clock may be set back meanwhile: nothing is overdue then.
      if (this.#clock.now() < at) return this.#ringAt(at, boardId);
      this.#close().catch((error: unknown) => {
        this.#log.error({ error, boardId }, 'a round could not be closed at its end time; trying again');
        this.#ringAt(this.#clock.now() + RETRY_MS, boardId);
      });
    });
  }
}

/** What it rings for. Whoever decides it first has closed the round; the others find it closed. */
export function closeOverdue(board: Board, now: number): Decision {
  const due = overdueRound(board, now);
  return due ? closeRound(board, due.id, now) : { ok: false, no: { code: 'round_wrong_status' } };
}
