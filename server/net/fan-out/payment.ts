import type { Line } from './line.ts';
import type { Work } from './slices.ts';

/** What is owed to many lines; which ones, it asks when its turn has come. */
export class Payment implements Work {
  readonly #due: () => Line[];
  readonly #pay: (line: Line) => void;
  #left: Line[] | null = null;

  constructor(due: () => Line[], pay: (line: Line) => void) {
    this.#due = due;
    this.#pay = pay;
  }

  get isDone(): boolean {
    return this.#left?.length === 0;
  }

  run(most: number): number {
    this.#left ??= this.#due();
    const lines = this.#left.splice(0, most);
    for (const line of lines) this.#pay(line);
    return lines.length;
  }
}
