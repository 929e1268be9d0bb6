import type { Room } from '../live/room.ts';
import type { Clock } from '../ops/clock.ts';
import { Chance } from './chance.ts';
import { chooseBallot } from './choose.ts';
import { rounds } from './story.ts';

const PHONES = 40;

/** Milliseconds within which everybody has come. */
const ARRIVAL = 45_000;
const likings = new Map(
  rounds.flatMap(({ drafts }) => drafts.map(({ title, liking }) => [title, liking] as const)),
);

export interface CrowdDeps {
  /** The room, or `null` once the board is gone. */
  readonly room: () => Promise<Room | null>;
  readonly clock: Clock;
  readonly onFault: (error: unknown) => void;
}

/** Forty people who come, look, vote, change their minds, and sometimes put the phone away. */
export function startCrowd(deps: CrowdDeps): Disposable {
  const people = Array.from({ length: PHONES }, (_, number) => new Person(number + 1, deps));
  return {
    [Symbol.dispose]() {
      for (const person of people) person[Symbol.dispose]();
    },
  };
}

class Person implements Disposable {
  readonly #participant: string;
  readonly #deps: CrowdDeps;
  readonly #chance: Chance;
  #cancel: () => void;
  /** Leaves the board; `null` while the phone is away. */
  #leave: (() => void) | null = null;
  /** The run this person has voted in. */
  #votedIn = '';
  #over = false;

  constructor(number: number, deps: CrowdDeps) {
    this.#participant = `demo-${number}`;
    this.#deps = deps;
    this.#chance = new Chance(number * 7919);
    this.#cancel = deps.clock.after(this.#chance.between(500, ARRIVAL), () => void this.#wake());
  }

  [Symbol.dispose](): void {
    this.#over = true;
    this.#cancel();
    this.#leave?.();
  }

  async #wake(): Promise<void> {
    try {
      const room = await this.#deps.room();
      if (room === null || this.#over) return;
      await this.#act(room);
    } catch (error) {
      this.#deps.onFault(error);
    }
    if (this.#over) return;
    this.#cancel = this.#deps.clock.after(this.#chance.between(3_000, 16_000), () => void this.#wake());
  }

  async #act(room: Room): Promise<void> {
    if (this.#leave === null) {
      this.#leave = room.enter();
      return;
    }
    const round = room.board.rounds.find(({ status }) => status === 'open');
    const run = round && `${round.id}/${round.run}`;
    if (round && (run !== this.#votedIn || this.#chance.next() < 0.07)) {
      const choice = chooseBallot(round, this.#chance, ({ title }) => likings.get(title) ?? 1);
      const rev = this.#deps.clock.now();
      if (choice) await room.cast(this.#participant, { roundId: round.id, run: round.run, rev, ...choice });
      this.#votedIn = run ?? '';
    } else if (this.#chance.next() < 0.03) {
      this.#leave();
      this.#leave = null;
    }
  }
}
