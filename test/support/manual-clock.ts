import type { Clock } from '../../server/ops/clock.ts';

/** Time stands still until the test turns it. */
export class ManualClock implements Clock {
  #now = Date.UTC(2026, 0, 1, 12);
  readonly #alarms = new Set<{ readonly at: number; readonly ring: () => void }>();

  now(): number {
    return this.#now;
  }

  after(ms: number, ring: () => void): () => void {
    const alarm = { at: this.#now + Math.max(0, ms), ring };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  }

  /** As on a machine that slept: it is later at once, and what came due meanwhile rings late, and once. */
  jump(ms: number): void {
    this.#now += ms;
    this.turn(0);
  }

  /** Turns the clock on, and rings what comes due, in order, each at its own time. */
  turn(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#alarms].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#alarms.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.ring();
    }
    this.#now = end;
  }
}
