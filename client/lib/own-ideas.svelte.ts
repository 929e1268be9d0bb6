import type { Rejection } from '../../shared/ack.ts';
import type { BoardView } from '../../shared/board-view.ts';
import type { Mine } from '../../shared/mine.ts';
import type { Outbox, OutboxDeps } from './outbox.svelte.ts';
import type { IdeaFields, PendingIdea } from './pending-ideas.ts';

/** This device's ideas of one board: what the server has, and what is on its way. Most boards take none. */
export class OwnIdeas {
  readonly #deps: OutboxDeps;
  #mine = $state.raw<Mine | null>(null);
  #outbox = $state.raw<Outbox | null>(null);
  readonly #load: () => Promise<{ readonly Outbox: typeof Outbox }>;
  readonly #waiting: ((outbox: Outbox) => void)[] = [];

  constructor(deps: OutboxDeps, load = () => import('./outbox.svelte.ts')) {
    this.#deps = deps;
    this.#load = load;
  }

  get mine(): Mine | null {
    return this.#mine;
  }

  replaceMine(mine: Mine): void {
    this.#mine = mine;
    this.#outbox?.settle(mine);
  }

  submit(roundId: string, fields: IdeaFields): void {
    this.#use((outbox) => outbox.submit(roundId, fields));
  }

  /** Called whenever the board was joined: where it takes ideas, everything that is still pending is sent. */
  join(mine: Mine, view: BoardView | null): void {
    this.replaceMine(mine);
    if (view?.rounds.some(({ kind }) => kind === 'ideas')) this.#use((outbox) => outbox.send());
  }

  pending(roundId: string): readonly PendingIdea[] {
    return this.#outbox?.pending(roundId) ?? [];
  }

  refused(ideaId: string): Rejection | null {
    return this.#outbox?.refused(ideaId) ?? null;
  }

  drop(ideaId: string): void {
    this.#outbox?.drop(ideaId);
  }

  /**
   * Loaded on joining, so that the form for ideas finds it there when the line is gone. What comes while it cannot be
   * loaded waits for the next joining.
   */
  async #use(use: (outbox: Outbox) => void): Promise<void> {
    if (this.#outbox) return use(this.#outbox);
    this.#waiting.push(use);
    const loaded = await this.#load().catch(() => null);
    if (!loaded) return;
    this.#outbox ??= new loaded.Outbox(this.#deps);
    if (this.#mine) this.#outbox.settle(this.#mine);
    for (const waiting of this.#waiting.splice(0)) waiting(this.#outbox);
  }
}
