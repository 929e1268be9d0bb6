/** One at a time: what is asked for again before the answer is there was meant once. */
export class Once {
  #busy = $state(false);

  /** Under way: its button keeps the focus, and waits. */
  get busy(): boolean {
    return this.#busy;
  }

  async run(act: () => Promise<unknown>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    await act();
    this.#busy = false;
  }
}
