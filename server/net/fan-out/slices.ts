import type { LoopLoad } from '../../ops/loop-load.ts';

/** Something that may have to be told to many. */
export interface Work {
  /** Does so many deliveries at most, and answers how many it did. */
  run(most: number): number;
  readonly isDone: boolean;
}

/** About 5 ms: what a vote may have to wait for the event loop. */
const SLICE = 400;

/** Until it is measured; and how much one slice says of the next. */
const FIRST_GUESS_MS = 0.01;
const WEIGHT = 0.05;

/**
 * [F5] Long work in slices, with everything else the event loop has to do between them. The works of one board are done in
 * order, one after the other; boards take turns.
 */
export class Slices {
  readonly #waiting = new Map<string, Work[]>();
  readonly #loop: LoopLoad;
  #running = false;
  #perDelivery = FIRST_GUESS_MS;

  constructor(loop: LoopLoad) {
    this.#loop = loop;
  }

  /** Milliseconds that a delivery takes here. */
  get perDelivery(): number {
    return this.#perDelivery;
  }

  /** The first slice is done at once, unless earlier work of the board is not finished. */
  add(boardId: string, work: Work): void {
    const before = this.#waiting.get(boardId);
    if (before) {
      before.push(work);
      return;
    }
    this.#slice([work]);
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
      this.#slice(works);
      this.#waiting.delete(boardId);
      if (works.length > 0) this.#waiting.set(boardId, works);
      return;
    }
  }

  #slice(works: Work[]): void {
    const began = this.#loop.now();
    let left = SLICE;
    while (left > 0 && works[0]) {
      left -= works[0].run(left);
      if (works[0].isDone) works.shift();
    }
    const took = this.#loop.now() - began;
    this.#loop.told(took);
    // Small ones say more about what else was done in them.
    if (took > 0 && left === 0) this.#perDelivery += (took / SLICE - this.#perDelivery) * WEIGHT;
  }
}
