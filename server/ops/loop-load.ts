import { performance } from 'node:perf_hooks';

/** What the event loop of this process has to do. */
export interface LoopLoad {
  /** Milliseconds, to take durations from. */
  now(): number;
  /** Notes that so many were spent on telling. */
  told(ms: number): void;
  /** The share of the loop's time that went into everything else lately, 0 to 1. */
  readonly elsewhere: number;
}

/** Of a process with nothing else to do, where telling takes no time: tests hold it to what it decides, not to a machine. */
export const CALM: LoopLoad = { now: () => 0, told() {}, elsewhere: 0 };

const WINDOW_MS = 500;

/** As Node measures it, over the last half second or since it was last asked. */
export class MeasuredLoop implements LoopLoad {
  #from = performance.eventLoopUtilization();
  #telling = 0;
  #elsewhere = 0;

  now(): number {
    return performance.now();
  }

  told(ms: number): void {
    this.#telling += ms;
  }

  get elsewhere(): number {
    const { active, idle } = performance.eventLoopUtilization(this.#from);
    const window = active + idle;
    if (window >= WINDOW_MS) {
      this.#elsewhere = Math.max(0, active - this.#telling) / window;
      this.#from = performance.eventLoopUtilization();
      this.#telling = 0;
    }
    return this.#elsewhere;
  }
}
