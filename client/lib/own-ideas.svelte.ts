import type { Rejection } from '../../shared/ack.ts';
import type { BoardView } from '../../shared/board-view.ts';
import type { Mine } from '../../shared/mine.ts';
import type { Outbox, OutboxDeps } from './outbox.svelte.ts';
import type { PendingIdea } from './pending-ideas.ts';

/** This device's ideas of one board: what the server has, and what is on its way. Most boards take none. */
export class OwnIdeas {
  readonly #deps: OutboxDeps;
  #mine = $state.raw<Mine | null>(null);
  #outbox = $state.raw<Outbox | null>(null);
  readonly #load: () => Promise<{ readonly Outbox: typeof Outbox }>;

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

  /** Whoever hands ideas in brings the outbox along: they are kept at once, whatever the line does. */
  open(Kind: typeof Outbox): Outbox {
    this.#outbox ??= new Kind(this.#deps);
    if (this.#mine) this.#outbox.settle(this.#mine);
    return this.#outbox;
  }

  /** Called whenever the board was joined: where it takes ideas, everything that is still pending is sent. */
  async join(mine: Mine, view: BoardView | null): Promise<void> {
    this.replaceMine(mine);
    if (!view?.rounds.some(({ kind }) => kind === 'ideas')) return;
    const loaded = this.#outbox ? null : await this.#load().catch(() => null);
    if (loaded) this.open(loaded.Outbox);
    this.#outbox?.send();
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
}
