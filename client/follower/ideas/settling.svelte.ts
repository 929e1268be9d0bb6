import { ordered, type Placed, sameStart, type Sort } from './order.ts';

/** How often it is looked whether the order has moved. */
const LOOK_MS = 2_000;
/** So long nobody has touched anything: then cards may move. */
const IDLE_MS = 4_000;

interface Deps {
  readonly sort: Sort;
  readonly list: readonly Placed[];
  readonly counts: readonly number[] | null;
  readonly chance: readonly string[];
}

/** The order of the cards. It settles when asked, or while nobody reads with a finger on it; never under the thumb. */
export class Settling {
  readonly #deps: () => Deps;
  #settled = $state.raw<readonly string[]>([]);
  /** Cards would stand elsewhere now. */
  moved = $state(false);
  #touchedAt = performance.now();

  constructor(deps: () => Deps) {
    this.#deps = deps;
    this.settle();
  }

  /** The ids in the order they were last settled in. */
  get settled(): readonly string[] {
    return this.#settled;
  }

  settle(): void {
    const { sort, list, ...by } = this.#deps();
    this.#settled = ordered(sort, list, by);
    this.moved = false;
  }

  /** Looks from time to time, and settles while `still` says that nothing is in the way. Returns how to stop. */
  watch(among: () => number, still: () => boolean, onsettle: () => void): () => void {
    const touched = () => {
      this.#touchedAt = performance.now();
    };
    const kinds = ['pointerdown', 'pointermove', 'wheel', 'touchmove', 'keydown', 'scroll'] as const;
    for (const kind of kinds) addEventListener(kind, touched, { capture: true, passive: true });
    const timer = setInterval(() => this.#look(among(), still) && onsettle(), LOOK_MS);
    return () => {
      clearInterval(timer);
      for (const kind of kinds) removeEventListener(kind, touched, { capture: true });
    };
  }

  /** `true`: it has settled. */
  #look(among: number, still: () => boolean): boolean {
    if (document.visibilityState !== 'visible') return false;
    const { sort, list, ...by } = this.#deps();
    const next = ordered(sort, list, by);
    this.moved = !sameStart(next, this.#settled, Math.min(among, next.length));
    const settles = this.moved && performance.now() - this.#touchedAt >= IDLE_MS && still();
    if (settles) this.settle();
    return settles;
  }
}
