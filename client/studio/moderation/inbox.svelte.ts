import { SvelteSet } from 'svelte/reactivity';
import type { BoardView } from '../../../shared/board-view.ts';
import type { Idea } from '../../../shared/entry.ts';
import type { Keep } from '../../lib/keep.ts';
import {
  countFilters,
  type Filter,
  fits,
  type IdeaRow,
  ideaRows,
  inOrder,
  isToDo,
  matches,
  type Sort,
} from './idea-rows.ts';

/** What the inbox shows of all ideas. */
export interface Looking {
  readonly filter: Filter;
  /** `null`: all rounds. */
  readonly roundId: string | null;
  readonly query: string;
  readonly sort: Sort;
}

/** The dialog that is open. */
export type Asking =
  | { readonly kind: 'fold' | 'answer' | 'bury'; readonly idea: Idea }
  | { readonly kind: 'merge' | 'promote'; readonly ideas: readonly Idea[] }
  | { readonly kind: 'help' };

/** Where the maker stands in the inbox: what is listed, which idea is at hand, which are chosen. */
export class Inbox {
  #looking = $state.raw<Looking>({ filter: 'todo', roundId: null, query: '', sort: 'new' });
  /** The order as it was when the maker looked: a list that moves by itself makes one tap the wrong thing. */
  #order = $state.raw<readonly string[]>([]);
  #since = $state(0);
  #at = $state<string | null>(null);
  readonly #chosen = new SvelteSet<string>();
  asking = $state.raw<Asking | null>(null);
  /** The idea at hand takes the focus, once the keyboard has moved there. */
  following = $state(false);
  readonly #view: () => BoardView | null;
  readonly #keep: Keep;

  constructor(view: () => BoardView | null, keep: Keep) {
    this.#view = view;
    this.#keep = keep;
  }

  readonly #all: readonly IdeaRow[] = $derived.by(() => {
    const view = this.#view();
    return view ? ideaRows(view, this.#since) : [];
  });
  readonly #inRound = $derived(
    this.#all.filter(({ round }) => this.#looking.roundId === null || round.id === this.#looking.roundId),
  );
  readonly counts = $derived(countFilters(this.#inRound));
  /** Where everything is new, nothing is. */
  readonly someFresh = $derived(this.counts.fresh < this.counts.all - this.counts.gone);
  readonly #fitting = $derived(
    this.#inRound.filter((row) => fits(row, this.#looking.filter) && matches(row.idea, this.#looking.query)),
  );
  readonly rows: readonly IdeaRow[] = $derived.by(() => {
    const { filter, sort } = this.#looking;
    // New work comes last there: nothing moves under the finger.
    if (filter === 'todo') return inOrder(this.#fitting, filter, sort);
    const byId = new Map(this.#fitting.map((row) => [row.idea.id, row]));
    return this.#order.flatMap((id) => byId.get(id) ?? []);
  });
  /** Ideas that came since the list was laid out. */
  readonly held = $derived(this.#fitting.length - this.rows.length);
  /** What is at hand: the one chosen last, else the first of what is to be done. */
  readonly current: IdeaRow | null = $derived(
    this.rows.find(({ idea }) => idea.id === this.#at) ??
      (this.#looking.filter === 'todo' ? (this.rows[0] ?? null) : null),
  );
  readonly chosen: readonly IdeaRow[] = $derived(this.#all.filter(({ idea }) => this.#chosen.has(idea.id)));
  /** On the whole board, for the tab. */
  readonly toDo = $derived(this.#all.filter(({ idea }) => isToDo(idea)).length);
  readonly fresh = $derived(this.#all.filter((row) => fits(row, 'fresh') && !isToDo(row.idea)).length);

  get looking(): Looking {
    return this.#looking;
  }

  /** Since when an idea is new, as this device has kept it. */
  remember(): void {
    this.#since = Number(this.#keep.read(this.#seenKey)) || 0;
  }

  /** The inbox comes into sight. */
  enter(): void {
    this.remember();
    if (this.#looking.filter === 'todo' && this.counts.todo === 0) this.look({ filter: 'all' });
    else this.look({});
  }

  /** Everything that lies here has been seen. */
  leave(now: number): void {
    this.#keep.write(this.#seenKey, String(now));
    this.#since = now;
    this.chooseNone();
  }

  look(change: Partial<Looking>): void {
    this.#looking = { ...this.#looking, ...change };
    const { filter, sort } = this.#looking;
    this.#order = inOrder(this.#fitting, filter, sort).map(({ idea }) => idea.id);
  }

  isChosen(ideaId: string): boolean {
    return this.#chosen.has(ideaId);
  }

  choose(ideaId: string, chosen = !this.#chosen.has(ideaId)): void {
    if (chosen) this.#chosen.add(ideaId);
    else this.#chosen.delete(ideaId);
  }

  chooseNone(): void {
    this.#chosen.clear();
  }

  /** A tap on the idea at hand lets go of it. */
  takeUp(ideaId: string): void {
    this.#at = this.#at === ideaId ? null : ideaId;
    this.following = false;
  }

  /** Answers the index of the idea that is at hand now. */
  step(by: 1 | -1): number {
    const from = this.#index;
    const to = Math.min(Math.max(from === -1 ? 0 : from + by, 0), this.rows.length - 1);
    this.#at = this.rows[to]?.idea.id ?? null;
    this.following = true;
    return to;
  }

  /** Before an idea leaves the list, the next one is at hand. */
  passOn(): void {
    const at = this.#index;
    this.#at = (this.rows[at + 1] ?? this.rows[at - 1])?.idea.id ?? null;
  }

  get #index(): number {
    const at = this.current?.idea.id;
    return this.rows.findIndex(({ idea }) => idea.id === at);
  }

  get #seenKey(): string {
    return `mitwerk.inbox.${this.#view()?.head.id ?? ''}`;
  }
}
