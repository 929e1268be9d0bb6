/** Milliseconds, nearest rank. */
export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

const STEP = 0.1;
const STEPS = 100_000;

/** Millions of milliseconds in little room: a tenth apart, up to ten seconds. */
export class Durations {
  readonly #steps = new Uint32Array(STEPS);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(ms: number): void {
    const step = Math.min(STEPS - 1, Math.max(0, Math.round(ms / STEP)));
    this.#steps[step] = (this.#steps[step] ?? 0) + 1;
    this.#count += 1;
  }

  /** `NaN` where there are none. */
  percentiles(): Percentiles {
    return { p50: this.#rank(0.5), p99: this.#rank(0.99), most: this.#rank(1) };
  }

  #rank(part: number): number {
    const rank = Math.max(1, Math.ceil(this.#count * part));
    let seen = 0;
    for (const [step, count] of this.#steps.entries()) {
      seen += count;
      if (seen >= rank) return step * STEP;
    }
    return Number.NaN;
  }
}
