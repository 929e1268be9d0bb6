import type { Time } from '../../shared/board-view.ts';

/** How one line stands: what waits to be read at its other end, and what was read since it began. */
export interface Backlog {
  readonly packets: number;
  readonly bytes: number;
  readonly taken: number;
}

/** What may wait without being noticed: a large board's view, or more than a second of the fastest ticking. */
const MOST_BYTES = 512 * 1024;
const MOST_PACKETS = 64;

/** A slow line may take longer over a large view, as long as it moves: more than modems did, in any five seconds. */
const PATIENCE_MS = 5_000;
const PROGRESS_BYTES = 64 * 1024;

/** No line is worth more memory than this, however it reads. */
const HARD_BYTES = 4 * 1024 * 1024;

/** Judges one line by its backlog, looked at again and again. */
export class Patience {
  #behind: { readonly since: Time; readonly taken: number } | null = null;

  isOver({ packets, bytes, taken }: Backlog, now: Time): boolean {
    if (bytes > HARD_BYTES) return true;
    if (bytes <= MOST_BYTES && packets <= MOST_PACKETS) {
      this.#behind = null;
      return false;
    }
    this.#behind ??= { since: now, taken };
    if (now - this.#behind.since < PATIENCE_MS) return false;
    if (taken - this.#behind.taken < PROGRESS_BYTES) return true;
    this.#behind = { since: now, taken };
    return false;
  }
}
