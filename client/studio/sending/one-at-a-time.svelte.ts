/** What is asked for again before the answer is there was meant once: its button keeps the focus, and waits. */
export class OneAtATime {
  #underWay = $state(false);

  get underWay(): boolean {
    return this.#underWay;
  }

  async run(send: () => Promise<unknown>): Promise<void> {
    if (this.#underWay) return;
    this.#underWay = true;
    try {
      await send();
    } finally {
      this.#underWay = false;
    }
  }
}
