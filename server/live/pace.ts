/** How fast ballots come, as it was between the last two ticks. */
export class Pace {
  /** Ballots per millisecond. */
  perMs = 0;
  #ballots = 0;
  #since = 0;

  cast(ballots: number): void {
    this.#ballots += ballots;
  }

  /** A tick at `now`, in milliseconds. */
  tick(now: number): void {
    this.perMs = this.#ballots / Math.max(1, now - this.#since);
    this.#ballots = 0;
    this.#since = now;
  }
}
