import type { Clock } from '../ops/clock.ts';
import type { Pace } from './limits.ts';

/**
 * A bucket of tokens per socket: `burst` at once, then `perSecond`. Synchronous and without timers, because every
 * event passes it; addresses are limited elsewhere (`newcomers.ts`), with a library.
 */
export class Allowance {
  readonly #clock: Clock;
  readonly #burst: number;
  readonly #perSecond: number;
  #tokens: number;
  #filledAt: number;

  constructor(clock: Clock, { burst, perSecond }: Pace) {
    this.#clock = clock;
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#tokens = burst;
    this.#filledAt = clock.now();
  }

  /** `false`: too fast, nothing was taken. */
  take(): boolean {
    this.#fill();
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** As good as a new one. */
  isFull(): boolean {
    this.#fill();
    return this.#tokens === this.#burst;
  }

  #fill(): void {
    const now = this.#clock.now();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#filledAt) / 1000) * this.#perSecond);
    this.#filledAt = now;
  }
}

/** A bucket per participant: a new line brings no new tokens. Only those that are not full are kept. */
export class AllowancePerParticipant {
  readonly #clock: Clock;
  readonly #pace: Pace;
  /** Whoever took last stands last. */
  readonly #taken = new Map<string, Allowance>();

  constructor(clock: Clock, pace: Pace) {
    this.#clock = clock;
    this.#pace = pace;
  }

  take(participant: string): boolean {
    const own = this.#taken.get(participant) ?? new Allowance(this.#clock, this.#pace);
    this.#taken.delete(participant);
    this.#taken.set(participant, own);
    const isTaken = own.take();
    for (const [one, allowance] of this.#taken) {
      if (!allowance.isFull()) break;
      this.#taken.delete(one);
    }
    return isTaken;
  }
}
