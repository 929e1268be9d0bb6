/** The counts of a large round, each a signal of its own: a frame wakes only the cards whose number moved. */
export class Counts {
  readonly #counts: Count[] = [];
  /** Comparing plain numbers first: of 2,000 signals a frame touches a handful. */
  #last: readonly number[] = [];

  constructor(counts: readonly number[] | null) {
    this.take(counts);
  }

  take(counts: readonly number[] | null): void {
    if (counts === null || counts === this.#last) return;
    for (let index = 0; index < counts.length; index++) {
      const value = counts[index] ?? 0;
      const count = this.#counts[index];
      if (count === undefined) this.#counts.push(new Count(value));
      else if (value !== this.#last[index]) count.value = value;
    }
    this.#last = counts;
  }

  at(index: number): number {
    return this.#counts[index]?.value ?? 0;
  }
}

class Count {
  value: number;

  constructor(value: number) {
    this.value = $state(value);
  }
}
