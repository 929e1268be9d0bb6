import type { Rejection } from '../../shared/ack.ts';
import type { Mine } from '../../shared/mine.ts';
import type { Keep } from './keep.ts';
import { type IdeaFields, keepPendingIdeas, type PendingIdea, readPendingIdeas } from './pending-ideas.ts';
import type { Wire } from './wire.ts';

const RETRY_MS = 3_000;

export interface OutboxDeps {
  readonly boardId: string;
  readonly wire: Wire;
  readonly keep: Keep;
}

/** Carries ideas to the server, one after the other, over lost answers, reconnects and reloads. */
export class Outbox {
  readonly #deps: OutboxDeps;
  #pending = $state.raw<readonly PendingIdea[]>([]);
  #refused = $state.raw<ReadonlyMap<string, Rejection>>(new Map());
  #stored = $state.raw<ReadonlySet<string>>(new Set());
  #sending = false;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
    this.#pending = readPendingIdeas(deps.keep, deps.boardId);
  }

  pending(roundId: string): readonly PendingIdea[] {
    return this.#pending.filter((idea) => idea.roundId === roundId);
  }

  refused(ideaId: string): Rejection | null {
    return this.#refused.get(ideaId) ?? null;
  }

  /** The server has said that it stored this idea. */
  stored(ideaId: string): boolean {
    return this.#stored.has(ideaId);
  }

  /** Kept on this device when this returns the idea's id; sent as soon as that is possible. */
  submit(roundId: string, { title, text, picture, alt }: IdeaFields): string {
    const id = newIdeaId();
    this.#keep((kept) => [...kept, { id, roundId, title, text, picture, alt }]);
    this.send();
    return id;
  }

  drop(ideaId: string): void {
    this.#keep((kept) => kept.filter(({ id }) => id !== ideaId));
    this.#refuse(ideaId, null);
  }

  /** What the server has need not be sent again: its answer may have been lost. */
  settle({ ideas }: Mine): void {
    const arrived = new Set(ideas.map(({ id }) => id));
    for (const { id } of this.#pending) if (arrived.has(id)) this.#arrive(id);
  }

  async send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let idea = this.#next(); idea && this.#deps.wire.state === 'live'; idea = this.#next()) {
      if (!(await this.#deliver(idea))) {
        setTimeout(() => this.send(), RETRY_MS * (1 + Math.random()));
        break;
      }
    }
    this.#sending = false;
  }

  /** The oldest idea that may still be taken. */
  #next(): PendingIdea | undefined {
    return this.#pending.find(({ id }) => isTemporary(this.refused(id)));
  }

  /** `false`: nobody can say yet whether the idea will be taken. */
  async #deliver({ id, ...idea }: PendingIdea): Promise<boolean> {
    const { wire, boardId } = this.#deps;
    const ack = await wire.call('idea:submit', { boardId, ideaId: id, ...idea });
    if (ack.ok) this.#arrive(id);
    else if (ack.no.code !== 'unavailable') this.#refuse(id, ack.no);
    return ack.ok || !isTemporary(ack.no);
  }

  #arrive(ideaId: string): void {
    this.#stored = new Set(this.#stored).add(ideaId);
    this.drop(ideaId);
  }

  /** Another window of this device writes in the same place: each adds or takes only its own. */
  #keep(step: (kept: readonly PendingIdea[]) => readonly PendingIdea[]): void {
    const { keep, boardId } = this.#deps;
    this.#pending = step(readPendingIdeas(keep, boardId));
    keepPendingIdeas(keep, boardId, this.#pending);
  }

  #refuse(ideaId: string, no: Rejection | null): void {
    const refused = new Map(this.#refused);
    if (no) refused.set(ideaId, no);
    else refused.delete(ideaId);
    this.#refused = refused;
  }
}

function isTemporary(no: Rejection | null): boolean {
  return no === null || no.code === 'unavailable' || no.code === 'too_fast';
}

/** 126 random bits in 21 letters: handing in again after a lost answer brings the same one. */
function newIdeaId(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
  return Array.from(crypto.getRandomValues(new Uint8Array(21)), (byte) => letters[byte & 63]).join('');
}
