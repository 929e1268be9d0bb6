/** What is being sent: until it is answered, nothing else begins. */
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
