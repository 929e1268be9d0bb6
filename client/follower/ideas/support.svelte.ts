import type { OwnBallot } from '../../../shared/board-view.ts';
import { type Ideas, supportedBy, tapped } from './support.ts';

interface Deps {
  /** The ballot of this device that counts or is on its way. */
  ballot(): OwnBallot | null;
  limits(): { readonly min: number; readonly max: number };
  ideas(): Ideas;
  cast(entries: readonly string[]): void;
  withdraw(): void;
}

/** The last tap, as long as it can be taken back. */
interface LastTap {
  readonly id: string;
  readonly gave: boolean;
  readonly before: readonly string[];
}

/** Which ideas this device supports. A tap counts at once: the ballot is the whole set, cast anew each time. */
export class Support {
  readonly #deps: Deps;
  /** Fewer than the rule needs: kept here until there are enough. */
  #short = $state.raw<readonly string[] | null>(null);
  #last = $state.raw<LastTap | null>(null);
  #full = $state(false);
  readonly #chosen = $derived.by(() => this.#short ?? this.#deps.ballot()?.entries ?? []);
  readonly supported = $derived.by(() => supportedBy(this.#chosen, this.#deps.ideas()));

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The last tap would have been one too many. */
  get full(): boolean {
    return this.#full;
  }

  get last(): LastTap | null {
    return this.#last;
  }

  /** How many the ballot still needs before it counts. */
  get missing(): number {
    return this.#short === null ? 0 : this.#deps.limits().min - this.#short.length;
  }

  get left(): number {
    return this.#deps.limits().max - this.supported.size;
  }

  tap(id: string): void {
    const before = this.#chosen;
    const next = tapped(before, id, this.#deps.limits().max, this.#deps.ideas());
    this.#full = next === null;
    if (next === null) return;
    this.#last = { id, gave: !this.supported.has(id), before };
    this.#take(next);
  }

  undo(): void {
    const last = this.#last;
    this.#last = null;
    this.#full = false;
    if (last) this.#take(last.before);
  }

  #take(next: readonly string[]): void {
    const enough = next.length >= this.#deps.limits().min;
    this.#short = enough || next.length === 0 ? null : next;
    if (enough) this.#deps.cast(next);
    else if (this.#deps.ballot()?.entries.length) this.#deps.withdraw();
  }
}
