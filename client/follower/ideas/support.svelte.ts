import type { OwnBallot } from '../../../shared/board-view.ts';
import type { KeptEarly } from './kept-early.ts';
import { added, type Ideas, supportedBy, tapped } from './support.ts';

interface Deps {
  /** The ballot of this device that counts or is on its way. */
  ballot(): OwnBallot | null;
  /** That is all of it: the board has told what counts, or a ballot kept here is newer. */
  known(): boolean;
  readonly early: KeptEarly;
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
  /** Tapped before it was known what the ballot holds: casting that alone would take back all the rest. */
  #early = $state.raw<readonly string[] | null>(null);
  #last = $state.raw<LastTap | null>(null);
  #full = $state(false);
  readonly #chosen = $derived.by(() => this.#early ?? this.#short ?? this.#deps.ballot()?.entries ?? []);
  readonly supported = $derived.by(() => supportedBy(this.#chosen, this.#deps.ideas()));

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#early = deps.early.read();
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

  /** What was tapped waits until the ballot is known. */
  get early(): boolean {
    return Boolean(this.#early?.length);
  }

  tap(id: string): void {
    this.settle();
    const before = this.#chosen;
    const next = tapped(before, id, this.#deps.limits().max, this.#deps.ideas());
    this.#full = next === null;
    if (next === null) return;
    this.#last = { id, gave: !this.supported.has(id), before };
    this.#take(next);
  }

  undo(): void {
    this.settle();
    const last = this.#last;
    this.#last = null;
    this.#full = false;
    if (last) this.#take(last.before);
  }

  /** To be called whenever more is known: what was tapped early is added to the ballot, and cast once. */
  settle(): void {
    const early = this.#early;
    if (early === null || !this.#deps.known()) return;
    this.#hold(null);
    const { max } = this.#deps.limits();
    const ideas = this.#deps.ideas();
    const ballot = this.#chosen;
    const next = added(ballot, early, max, ideas);
    const supported = supportedBy(next, ideas);
    this.#full = ![...supportedBy(early, ideas)].every((id) => supported.has(id));
    if (this.#last) this.#last = { ...this.#last, before: added(ballot, this.#last.before, max, ideas) };
    if (next !== ballot) this.#take(next);
  }

  #hold(early: readonly string[] | null): void {
    this.#early = early;
    this.#deps.early.write(early);
  }

  #take(next: readonly string[]): void {
    if (!this.#deps.known()) {
      this.#hold(next);
      return;
    }
    const enough = next.length >= this.#deps.limits().min;
    this.#short = enough || next.length === 0 ? null : next;
    if (enough) this.#deps.cast(next);
    else if (this.#deps.ballot()?.entries.length) this.#deps.withdraw();
  }
}
