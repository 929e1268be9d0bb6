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
import { type Line, Standing } from './standing.ts';

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
  /** As it was when the maker looked: a list that moves by itself makes one tap, or one key, the wrong thing. */
  #standing = $state.raw(new Standing([], null, true));
  #since = $state(0);
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
  readonly #laidOut: readonly string[] = $derived.by(() => {
    const { filter, sort } = this.#looking;
    return inOrder(this.#fitting, filter, sort).map(({ idea }) => idea.id);
  });
  readonly #line: Line = $derived(this.#standing.among(this.#laidOut));
  readonly rows: readonly IdeaRow[] = $derived.by(() => {
    const byId = new Map(this.#fitting.map((row) => [row.idea.id, row]));
    return this.#line.ids.flatMap((id) => byId.get(id) ?? []);
  });
  /** Ideas that came since the list was laid out. */
  readonly held = $derived(this.#fitting.length - this.rows.length);
  /** How many have left the list since the beginning: the next one stands in their place. */
  readonly left: number = $derived(this.#line.left);
  /** What the keys act on. */
  readonly current: IdeaRow | null = $derived(
    this.rows.find(({ idea }) => idea.id === this.#line.at) ?? null,
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
    const { at } = this.#line;
    this.#looking = { ...this.#looking, ...change };
    const laidOut = this.#laidOut;
    // The first of what is to be done is at hand where nothing else is.
    const first = this.#looking.filter === 'todo' ? (laidOut[0] ?? null) : null;
    this.#lay(laidOut, at !== null && laidOut.includes(at) ? at : first);
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
    this.#takeUp(this.#line.at === ideaId ? null : ideaId);
    this.following = false;
  }

  /** Answers the index of the idea that is at hand now. */
  step(by: 1 | -1): number {
    const from = this.#index;
    const to = Math.min(Math.max(from === -1 ? 0 : from + by, 0), this.rows.length - 1);
    this.#takeUp(this.rows[to]?.idea.id ?? null);
    this.following = true;
    return to;
  }

  /** This one is done: the next one is at hand, unless something else is by now. */
  passOn(ideaId: string): void {
    const at = this.#index;
    if (this.rows[at]?.idea.id !== ideaId) return;
    this.#takeUp((this.rows[at + 1] ?? this.rows[at - 1])?.idea.id ?? null);
  }

  #takeUp(ideaId: string | null): void {
    this.#lay(this.#line.ids, ideaId);
  }

  #lay(order: readonly string[], at: string | null): void {
    this.#standing = new Standing(order, at, this.#looking.filter === 'todo', this.#line.left);
  }

  get #index(): number {
    const at = this.current?.idea.id;
    return this.rows.findIndex(({ idea }) => idea.id === at);
  }

  get #seenKey(): string {
    return `mitwerk.inbox.${this.#view()?.head.id ?? ''}`;
  }
}
