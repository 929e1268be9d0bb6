/** Runs at most `width` tasks at a time, the others wait in order. */
export class Queue {
  readonly #width: number;
  readonly #longest: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(width: number, longest: number) {
    this.#width = width;
    this.#longest = longest;
  }

  /** `full`: too many wait already, nothing was started. */
  async run<T>(task: () => Promise<T>): Promise<T | 'full'> {
    if (this.#running >= this.#width) {
      if (this.#waiting.length >= this.#longest) return 'full';
      // The finished task hands over its place, so nobody slips in between.
      await new Promise<void>((start) => this.#waiting.push(start));
    } else {
      this.#running += 1;
    }
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
