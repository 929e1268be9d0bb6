import type { Standing } from '../store/standings.ts';
import { type Clock, every } from '../ops/clock.ts';
import type { Peers } from './peers.ts';
import { sharedTurn } from './shared-turn.ts';
import type { RunOf } from './speaker.ts';

interface WatchDeps {
  readonly boardId: string;
  readonly peers: Peers;
  readonly clock: Clock;
  /** What is looked for, and who looks at the board here. */
  readonly here: () => { readonly of: RunOf | null; readonly phones: number; readonly viewers: number };
  readonly found: (standing: Standing | null, of: RunOf | null) => Promise<void>;
  /** Phones have come or gone at other nodes. */
  readonly crowd: () => void;
}

/** A lost signal is made good for within this. */
const LOOK_MS = 1_000;

/**
 * [N5] Looks how the board stands in the store: every second while somebody looks at it here, and when somebody asks. The same
 * call says how many phones are here, and learns how many are elsewhere.
 */
export class Watch {
  readonly #deps: WatchDeps;
  #stop: (() => void) | null = null;
  #noted = 0;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #elsewhere = 0;

  constructor(deps: WatchDeps) {
    this.#deps = deps;
  }

  /** Phones at other nodes, when it was last looked. */
  get elsewhere(): number {
    return this.#elsewhere;
  }

  /** It was looked within the last second. */
  get isFresh(): boolean {
    return this.#deps.clock.now() - this.#lookedAt < LOOK_MS;
  }

  /** Somebody has come. */
  start(): void {
    const { peers, clock } = this.#deps;
    if (this.#stop || !peers.exist) return;
    this.#stop = every(clock, LOOK_MS, () => this.#lookAgain());
    this.#lookAgain();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** [N7] Nobody is here any more, and the others need not find that out. */
  async end(): Promise<void> {
    this.stop();
    const { boardId, peers, here } = this.#deps;
    // If it is not heard, it ends by itself.
    if (this.#noted > 0) await peers.standing(boardId, here().of, 0).catch(() => {});
    this.#noted = 0;
  }

  readonly look: () => Promise<void> = sharedTurn(async () => {
    const { boardId, peers, clock, here, found, crowd } = this.#deps;
    const at = clock.now();
    const { of, phones } = here();
    const standing = await peers.standing(boardId, of, phones);
    this.#noted = phones;
    const before = this.#elsewhere;
    this.#elsewhere = standing?.elsewhere ?? 0;
    if (this.#elsewhere !== before && here().viewers > 0) crowd();
    await found(standing, of);
    this.#lookedAt = at;
  });

  #lookAgain(): void {
    // That the last one has left is said once more.
    if (this.#deps.here().viewers === 0 && this.#noted === 0) this.stop();
    // Whether the store is there is said elsewhere, and once.
    else this.look().catch(() => {});
  }
}
