/** Chance that comes out the same for the same seed (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** From `low` to below `high`. */
  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** Takes one out of the list, the heavier the likelier. */
  take<T>(from: T[], weight: (one: T) => number): T | undefined {
    let left = this.next() * from.reduce((sum, one) => sum + weight(one), 0);
    const found = from.findIndex((one) => {
      left -= weight(one);
      return left < 0;
    });
    return from.splice(found < 0 ? from.length - 1 : found, 1)[0];
  }
}
