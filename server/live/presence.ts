/** Who looks at a board right now. Phones are shown as "da"; viewers of all kinds are what a tick costs. */
export class Presence {
  readonly #changed: () => void;
  #phones = 0;
  #viewers = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get phones(): number {
    return this.#phones;
  }

  get viewers(): number {
    return this.#viewers;
  }

  /** Leaving twice counts once. */
  enter(as: 'phone' | 'viewer'): () => void {
    this.#move(as, 1);
    let here = true;
    return () => {
      if (here) this.#move(as, -1);
      here = false;
    };
  }

  #move(as: 'phone' | 'viewer', by: 1 | -1): void {
    this.#viewers += by;
    if (as === 'phone') this.#phones += by;
    if (as === 'phone') this.#changed();
  }
}
