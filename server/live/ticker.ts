import type { Clock } from '../ops/clock.ts';

/**
 * Decides when a room tells its tally. Leading edge: a room that was quiet tells at once, so that a small room feels
 * instant. Then at most once per interval, so that a big one stays smooth; whatever was marked is told in the end. [F6] While
 * one tick is still being handed out there is no other.
 */
export class Ticker {
  readonly #clock: Clock;
  readonly #interval: () => number;
  readonly #tell: () => void;
  readonly #told: (then: () => void) => void;
  #dirty = false;
  #isTelling = false;
  #stopped = false;
  #toldAt = Number.NEGATIVE_INFINITY;
  #alarm: { readonly at: number; readonly cancel: () => void } | null = null;

  /** `interval` in milliseconds, asked anew for each tick; `told` calls back when what was told has been handed out. */
  constructor(
    clock: Clock,
    interval: () => number,
    tell: () => void,
    told: (then: () => void) => void = (then) => then(),
  ) {
    this.#clock = clock;
    this.#interval = interval;
    this.#tell = tell;
    this.#told = told;
  }

  /** Something is worth telling: now, or when the interval since the last tick is over. */
  mark(): void {
    this.#dirty = true;
    this.#ringAt(this.#toldAt + this.#interval());
  }

  /** Something may wait: it rides on the next tick, and gets one of its own only after `ms`. */
  markLater(ms: number): void {
    this.#dirty = true;
    this.#ringAt(Math.max(this.#clock.now() + ms, this.#toldAt + this.#interval()));
  }

  /** Nothing is told any more. */
  stop(): void {
    this.#stopped = true;
    this.#alarm?.cancel();
    this.#alarm = null;
  }

  #ringAt(at: number): void {
    if (this.#stopped || this.#isTelling) return;
    if (this.#alarm && this.#alarm.at <= at) return;
    this.#alarm?.cancel();
    this.#alarm = null;
    const now = this.#clock.now();
    if (at <= now) this.#tick();
    else this.#alarm = { at, cancel: this.#clock.after(at - now, () => this.#tick()) };
  }

  #tick(): void {
    this.#alarm?.cancel();
    this.#alarm = null;
    if (!this.#dirty) return;
    this.#dirty = false;
    this.#toldAt = this.#clock.now();
    this.#isTelling = true;
    this.#tell();
    this.#told(() => {
      this.#isTelling = false;
      if (this.#dirty) this.mark();
    });
  }
}
