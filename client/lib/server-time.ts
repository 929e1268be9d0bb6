/** The server's clock, seen from here: the offset of the quickest answer so far is the most exact one. */
export class ServerTime {
  readonly #local: () => number;
  #offset: number;
  #bestTrip = Number.POSITIVE_INFINITY;

  /** `told`: the server's time as written into the page, good to a second or so. */
  constructor(local: () => number, told: number | undefined) {
    this.#local = local;
    this.#offset = told === undefined ? 0 : told - local();
  }

  now(): number {
    return Math.round(this.#local() + this.#offset);
  }

  /** Local time of asking, to be handed to `learn` with the answer. */
  start(): number {
    return this.#local();
  }

  learn(told: number, askedAt: number): void {
    const trip = this.#local() - askedAt;
    // A clock that was set by hand shows as an offset that is far off: then the new answer wins.
    const drifted = Math.abs(told - trip / 2 - askedAt - this.#offset) > 2_000 + trip;
    if (trip > this.#bestTrip && !drifted) return;
    this.#bestTrip = trip;
    this.#offset = told - askedAt - trip / 2;
  }
}
