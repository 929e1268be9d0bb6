import type { Scene } from './scene.ts';

/** Notices the moment of a reveal, once per run of a round; a page that opens on a revealed round missed it. */
export class Reveals {
  readonly #celebrated = new Set<string>();
  #waiting: string | null = null;

  /** Told every scene in turn; `true` at a reveal that has a winner. */
  see(scene: Scene): boolean {
    if (scene.kind === 'waiting') {
      this.#waiting = null;
      return false;
    }
    const run = `${scene.round.id} ${scene.round.run}`;
    if (scene.kind !== 'revealed') {
      this.#waiting = run;
      return false;
    }
    const now = this.#waiting === run && scene.winners.length > 0 && !this.#celebrated.has(run);
    this.#waiting = null;
    if (now) this.#celebrated.add(run);
    return now;
  }
}
