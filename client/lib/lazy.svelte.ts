const RETRY_MS = 3_000;

/** A part of the page that is fetched when markup first reads it; on a bad line again and again. */
export class Lazy<T> {
  readonly #load: () => Promise<T>;
  #part = $state.raw<T | null>(null);
  #asked = false;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  get part(): T | null {
    if (!this.#asked) this.#ask();
    return this.#part;
  }

  #ask(): void {
    this.#asked = true;
    this.#load().then(
      (part) => {
        this.#part = part;
      },
      () => setTimeout(() => this.#ask(), RETRY_MS),
    );
  }
}

// Vite asks for the stylesheet of a part only once: after a failure the part would come without it.
addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet')
      setTimeout(() => target.replaceWith(target.cloneNode()), RETRY_MS);
  },
  true,
);
