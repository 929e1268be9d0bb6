import type { Clock } from '../ops/clock.ts';

/** Milliseconds between two ticks: `most` while marks keep coming, `least` once they pause. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

/** Without a mark for so long, whoever has waited for more of them waits no longer. */
const LULL_MS = 40;

interface Alarm {
  readonly at: number;
  readonly cancel: () => void;
}

/**
 * Decides when a room tells its tally. Leading edge: a room that was quiet tells at once, so that a small room feels
 * instant. Then at most once per interval, so that a big one stays smooth; whatever was marked is told in the end. [F6] While
 * one tick is still being handed out there is no other.
 */
export class Ticker {
  readonly #clock: Clock;
  readonly #interval: () => Interval;
  readonly #tell: (told: () => void) => void;
  #isTelling = false;
  /** What came up meanwhile: marks, and how long the rest may wait. */
  #isMarked = false;
  #laterAt = Number.POSITIVE_INFINITY;
  #isStopped = false;
  #toldAt = Number.NEGATIVE_INFINITY;
  #alarm: Alarm | null = null;
  #lull: Alarm | null = null;

  /** `interval` is asked anew for each tick; `tell` calls `told` when all of it has been handed out. */
  constructor(clock: Clock, interval: () => Interval, tell: (told: () => void) => void) {
    this.#clock = clock;
    this.#interval = interval;
    this.#tell = tell;
  }

  /** Something is worth telling: now, or when the interval since the last tick is over. */
  mark(): void {
    if (this.#isTelling) {
      this.#isMarked = true;
      return;
    }
    const { least, most } = this.#interval();
    this.#ringAt(this.#toldAt + most);
    if (most > least) this.#awaitLull(this.#toldAt + least);
  }

  /** Something may wait: it rides on the next tick, and gets one of its own only after `ms`. */
  markLater(ms: number): void {
    this.#ringLater(this.#clock.now() + ms);
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Nothing is told any more. */
  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }

  #ringLater(at: number): void {
    if (this.#isTelling) this.#laterAt = Math.min(this.#laterAt, at);
    else this.#ringAt(Math.max(at, this.#toldAt + this.#interval().most));
  }

  #ringAt(at: number): void {
    if (this.#isStopped) return;
    if (this.#alarm && this.#alarm.at <= at) return;
    this.#alarm?.cancel();
    if (at <= this.#clock.now()) this.#tick();
    else this.#alarm = this.#tickAt(at);
  }

  #awaitLull(from: number): void {
    const at = Math.max(from, this.#clock.now() + LULL_MS);
    this.#lull?.cancel();
    this.#lull = this.#alarm && at < this.#alarm.at ? this.#tickAt(at) : null;
  }

  #tickAt(at: number): Alarm {
    return { at, cancel: this.#clock.after(at - this.#clock.now(), () => this.#tick()) };
  }

  #cancel(): void {
    this.#alarm?.cancel();
    this.#lull?.cancel();
    this.#alarm = null;
    this.#lull = null;
  }

  #tick(): void {
    this.#cancel();
    this.#toldAt = this.#clock.now();
    this.#isTelling = true;
    this.#tell(() => this.#told());
  }

  #told(): void {
    const [isMarked, laterAt] = [this.#isMarked, this.#laterAt];
    this.#isTelling = false;
    this.#isMarked = false;
    this.#laterAt = Number.POSITIVE_INFINITY;
    if (isMarked) this.mark();
    else if (laterAt < Number.POSITIVE_INFINITY) this.#ringLater(laterAt);
  }
}
