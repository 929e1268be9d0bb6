/** Something that may have to be told to many. */
export interface Work {
  /** Does so many deliveries at most, and answers how many it did. */
  run(most: number): number;
  readonly isDone: boolean;
}

/** About 5 ms: what a vote may have to wait for the event loop. */
const SLICE = 400;

/**
 * [F5] Long work in slices, with everything else the event loop has to do between them. The works of one board are done in
 * order, one after the other; boards take turns.
 */
export class Slices {
  readonly #waiting = new Map<string, Work[]>();
  #running = false;

  /** The first slice is done at once, unless earlier work of the board is not finished. */
  add(boardId: string, work: Work): void {
    const before = this.#waiting.get(boardId);
    if (before) {
      before.push(work);
      return;
    }
    work.run(SLICE);
    if (work.isDone) return;
    this.#waiting.set(boardId, [work]);
    this.#runSoon();
  }

  #runSoon(): void {
    if (this.#running) return;
    this.#running = true;
    setImmediate(() => {
      this.#running = false;
      this.#turn();
      if (this.#waiting.size > 0) this.#runSoon();
    });
  }

  /** One slice of the board that waits longest. */
  #turn(): void {
    for (const [boardId, works] of this.#waiting) {
      let left = SLICE;
      while (left > 0 && works[0]) {
        left -= works[0].run(left);
        if (works[0].isDone) works.shift();
      }
      this.#waiting.delete(boardId);
      if (works.length > 0) this.#waiting.set(boardId, works);
      return;
    }
  }
}
