import { performance } from 'node:perf_hooks';

/** What this process has to do beside telling. */
export interface LoopLoad {
  /** Milliseconds, to take durations from. */
  now(): number;
  /** Notes that so many were spent on telling. */
  told(ms: number): void;
  /** The share of a processor's time that went into everything else lately, 0 to 1. */
  readonly elsewhere: number;
  /** How many times more time rooms must leave between ticks than if each were alone, so that something is left of all. */
  readonly stretch: number;
}

/** Of a process with nothing else to do, where telling takes no time: tests hold it to what it decides, not to a machine. */
export const CALM: LoopLoad = { now: () => 0, told() {}, elsewhere: 0, stretch: 1 };

const WINDOW_MS = 500;

/** With everything else, telling in all rooms may take this share of the time: votes and joins must not queue. */
const TOGETHER = 0.85;
/** However much else there is: a storm of newcomers passes, and rounds are to feel alive meanwhile. */
const LEAST_SHARE = 0.4;
const MOST_STRETCH = 1_000;

/**
 * Over the last half second, or since it was last asked. Processor time, not how long the event loop was held: that it waits
 * for the disk with a commit is no reason to tell less often.
 */
export class MeasuredLoop implements LoopLoad {
  readonly now: () => number;
  readonly #processor: () => number;
  #at: number;
  #used: number;
  #telling = 0;
  #elsewhere = 0;
  #stretch = 1;

  /** Both in milliseconds: what time it is, and how long a processor has worked for this process. */
  constructor(now = () => performance.now(), processor = processorMs) {
    this.now = now;
    this.#processor = processor;
    this.#at = now();
    this.#used = processor();
  }

  told(ms: number): void {
    this.#telling += ms;
  }

  get elsewhere(): number {
    this.#measure();
    return this.#elsewhere;
  }

  get stretch(): number {
    this.#measure();
    return this.#stretch;
  }

  #measure(): void {
    const window = this.now() - this.#at;
    if (window < WINDOW_MS) return;
    const used = this.#processor() - this.#used;
    this.#elsewhere = Math.min(1, Math.max(0, used - this.#telling) / window);
    const excess = this.#telling / window / Math.max(LEAST_SHARE, TOGETHER - this.#elsewhere);
    // A processor that is full does not tell how much more was wanted.
    this.#stretch = Math.min(MOST_STRETCH, Math.max(1, this.#stretch * (excess > 1.1 ? 2 : excess)));
    this.#at += window;
    this.#used += used;
    this.#telling = 0;
  }
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
