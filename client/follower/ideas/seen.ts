/** So long an idea is on the screen before it counts as read. */
const READ_MS = 1_000;
const PER_COMMAND = 100;

/** Which ideas were on this screen long enough to be read; each is told once. Time comes in. */
export class SeenIdeas {
  readonly #since = new Map<string, number>();
  readonly #read = new Set<string>();
  readonly #told = new Set<string>();

  appear(id: string, now: number): void {
    if (!this.#told.has(id) && !this.#since.has(id)) this.#since.set(id, now);
  }

  vanish(id: string, now: number): void {
    this.#settle(id, now);
    this.#since.delete(id);
  }

  /** What was read since the last time; asked for every few seconds. */
  take(now: number): readonly string[] {
    for (const id of this.#since.keys()) this.#settle(id, now);
    const ids = [...this.#read].slice(0, PER_COMMAND);
    for (const id of ids) {
      this.#read.delete(id);
      this.#told.add(id);
      this.#since.delete(id);
    }
    return ids;
  }

  #settle(id: string, now: number): void {
    const since = this.#since.get(id);
    if (since !== undefined && now - since >= READ_MS && !this.#told.has(id)) this.#read.add(id);
  }
}
