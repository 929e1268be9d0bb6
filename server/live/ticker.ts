import { WHOLE_TALLY_ENTRIES } from '../../shared/tally.ts';
import type { Clock } from '../ops/clock.ts';

/**
 * Decides when a room tells its tally. Leading edge: a room that was quiet tells at once, so that a small room feels
 * instant. Then at most once per interval, so that a big one stays smooth; whatever was marked is told in the end.
 */
export class Ticker {
  readonly #clock: Clock;
  readonly #interval: () => number;
  readonly #tell: () => void;
  #dirty = false;
  #stopped = false;
  #toldAt = Number.NEGATIVE_INFINITY;
  #alarm: { readonly at: number; readonly cancel: () => void } | null = null;

  /** `interval` in milliseconds, asked anew for each tick. */
  constructor(clock: Clock, interval: () => number, tell: () => void) {
    this.#clock = clock;
    this.#interval = interval;
    this.#tell = tell;
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
    if (this.#stopped) return;
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
    this.#tell();
  }
}

/**
 * One delivery costs about 14 µs; fan-out may take 35 % of a core. Between 20 ms (instant) and 250 ms (alive). Among many
 * entries nobody follows single votes, and every tick wakes every phone: there it is 100 ms at least.
 */
export function tickInterval(viewers: number, entries: number): number {
  const least = entries > WHOLE_TALLY_ENTRIES ? 100 : 20;
  return Math.min(250, Math.max(least, (viewers * 0.014) / 0.35));
}
