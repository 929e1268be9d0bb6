/** The counts of a large round, each a signal of its own: a frame wakes only the cards whose number moved. */
export class Counts {
  readonly #counts: Count[] = [];

  constructor(counts: readonly number[] | null) {
    this.take(counts);
  }

  take(counts: readonly number[] | null): void {
    counts?.forEach((value, index) => {
      const count = this.#counts[index];
      if (count) count.value = value;
      else this.#counts.push(new Count(value));
    });
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
