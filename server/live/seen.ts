/** How often each idea was on a screen. Memory only: it decides nothing but who comes first in a list. */
export class Seen {
  readonly #times = new Map<string, number>();

  add(ideaIds: readonly string[]): void {
    for (const id of ideaIds) this.#times.set(id, (this.#times.get(id) ?? 0) + 1);
  }

  /** The least seen first; `chance` says in which order equals stand. */
  leastFirst(ideaIds: readonly string[], chance: (ideaId: string) => number): string[] {
    const times = (id: string) => this.#times.get(id) ?? 0;
    const drawn = new Map(ideaIds.map((id) => [id, chance(id)]));
    return [...ideaIds].sort((a, b) => times(a) - times(b) || (drawn.get(a) ?? 0) - (drawn.get(b) ?? 0));
  }
}
