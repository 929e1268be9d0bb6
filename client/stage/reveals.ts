import type { Scene } from './scene.ts';

/**
 * Notices the moment of a reveal, once per run of a round, and that of a decision, once per round. A page that opens on
 * either missed it.
 */
export class Reveals {
  readonly #celebrated = new Set<string>();
  #waiting: string | null = null;
  #began = false;

  /** Told every scene in turn; `true` at a reveal that has a winner, and where a decision for something comes up. */
  see(scene: Scene): boolean {
    const began = this.#began;
    this.#began = true;
    if (scene.kind === 'outcome')
      return this.#first(`${scene.round.id} decided`, began && scene.outcome.chosen.length > 0);
    if (!('winners' in scene)) {
      if (scene.kind === 'waiting') this.#waiting = null;
      if (scene.kind === 'wall') this.#waiting = runOf(scene);
      return false;
    }
    const run = runOf(scene);
    if (scene.kind !== 'revealed') {
      this.#waiting = run;
      return false;
    }
    const now = this.#waiting === run && scene.winners.length > 0;
    this.#waiting = null;
    return now && this.#first(run, true);
  }

  /** Whoever comes onto a decision that was there before them sees it without, also when it comes up again. */
  #first(moment: string, celebrate: boolean): boolean {
    const first = !this.#celebrated.has(moment);
    this.#celebrated.add(moment);
    return first && celebrate;
  }
}

function runOf({ round }: Extract<Scene, { round: unknown }>): string {
  return `${round.id} ${round.run}`;
}
