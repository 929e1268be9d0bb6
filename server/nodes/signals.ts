import type { Mark } from '../live/peers.ts';
import type { Clock } from '../ops/clock.ts';

/** Carries marks to the other nodes. Some may be lost on the way. */
export interface Bus {
  send(mark: Mark): void;
  hear(listen: (mark: Mark) => void): void;
}

/** Faster than the fastest tick there is no use in knowing. */
const REST_MS = 20;

/** Beyond these, a device's windows at other nodes show what counts when they join again. */
export const MOST_CAST = 1_000;

/**
 * [N2] Marks leave at once, and then at most one per board in 20 ms: what one node takes in a second must not become as many
 * signals to every other.
 */
export class Signals {
  readonly #bus: Bus;
  readonly #clock: Clock;
  readonly #resting = new Map<string, { next: Mark | null }>();

  constructor(bus: Bus, clock: Clock) {
    this.#bus = bus;
    this.#clock = clock;
  }

  send(mark: Mark): void {
    const rest = this.#resting.get(mark.boardId);
    if (rest) rest.next = rest.next ? later(rest.next, mark) : mark;
    else this.#sendNow(mark);
  }

  #sendNow(mark: Mark): void {
    const { boardId } = mark;
    const rest: { next: Mark | null } = { next: null };
    this.#resting.set(boardId, rest);
    this.#bus.send(mark);
    this.#clock.after(REST_MS, () => {
      this.#resting.delete(boardId);
      if (rest.next) this.#sendNow(rest.next);
    });
  }
}

/** Both in one. Of two runs the newer one counts: a change of structure has come between them, and that is told too. */
function later(first: Mark, second: Mark): Mark {
  const seq = first.seq === null || second.seq === null ? null : Math.max(first.seq, second.seq);
  const cast = [...new Set([...first.cast, ...second.cast])].slice(0, MOST_CAST);
  return { boardId: first.boardId, seq, tally: second.tally ?? first.tally, cast };
}
