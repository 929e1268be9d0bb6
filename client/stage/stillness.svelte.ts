const STILL_MS = 4_000;

/** Whether the pointer has rested for a while. */
export class Stillness {
  #still = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.stir();
  }

  get still(): boolean {
    return this.#still;
  }

  stir(): void {
    this.#still = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#still = true;
    }, STILL_MS);
  }
}
