/** What is listed, by id and in order, and which of it is at hand. */
export interface Line {
  readonly ids: readonly string[];
  readonly at: string | null;
  /** How many have left: what stood below them moved up. */
  readonly left: number;
}

/** The order in which ideas stand before the maker, and the one at hand: what comes in moves neither. */
export class Standing {
  #order: readonly string[];
  #at: string | null;
  #left: number;
  readonly #queue: boolean;

  /** `queue`: what comes in is listed, as the last. Elsewhere it waits until it is asked for. */
  constructor(order: readonly string[], at: string | null, queue: boolean, left = 0) {
    this.#left = left;
    this.#order = order;
    this.#at = at !== null && order.includes(at) ? at : null;
    this.#queue = queue;
  }

  /** What stands here now that these are there. */
  among(ids: readonly string[]): Line {
    const there = new Set(ids);
    const stood = this.#order.filter((id) => there.has(id));
    if (this.#at !== null && !there.has(this.#at)) this.#at = this.#neighbour(this.#at, there);
    const left = this.#left + this.#order.length - stood.length;
    if (!this.#queue) return { ids: stood, at: this.#at, left };
    this.#left = left;
    const known = new Set(stood);
    this.#order = [...stood, ...ids.filter((id) => !known.has(id))];
    return { ids: this.#order, at: this.#at, left };
  }

  /** Once the one at hand has left: the one after it, else the one before it. */
  #neighbour(left: string, there: ReadonlySet<string>): string | null {
    const at = this.#order.indexOf(left);
    const stays = (id: string) => there.has(id);
    return this.#order.slice(at).find(stays) ?? this.#order.slice(0, at).findLast(stays) ?? null;
  }
}
