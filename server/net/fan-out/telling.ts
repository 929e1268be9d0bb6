import type { Line } from './line.ts';
import type { Members, Whom } from './members.ts';
import type { Work } from './slices.ts';

/** One thing told to many, room after room; who is in several is told once. */
export class Telling implements Work {
  readonly #members: Members;
  readonly #whom: Whom;
  readonly #rooms: readonly string[];
  readonly #first: number;
  readonly #deliver: (line: Line) => void;
  #room = 0;
  #at = 0;
  #lines: readonly Line[] | null = null;

  /** `first` rotates who is told first. */
  constructor(members: Members, whom: Whom, first: number, deliver: (line: Line) => void) {
    this.#members = members;
    this.#whom = whom;
    this.#rooms = [...whom.rooms];
    this.#first = first;
    this.#deliver = deliver;
  }

  get isDone(): boolean {
    return this.#room === this.#rooms.length;
  }

  run(most: number): number {
    let done = 0;
    while (!this.isDone) {
      const room = this.#rooms[this.#room] ?? '';
      // Whoever has left the room between two slices is not meant any more.
      const haveMoved = this.#lines !== null && !this.#members.areStill(room, this.#lines);
      const lines = this.#lines ?? this.#members.of(room);
      this.#lines = lines;
      const out = this.#out();
      const { length } = lines;
      for (; this.#at < length; this.#at += 1) {
        if (done === most) return done;
        const line = lines[(this.#first + this.#at) % length];
        if (!line || isIn(out, line) || (haveMoved && !this.#members.has(room, line))) continue;
        this.#deliver(line);
        done += 1;
      }
      this.#room += 1;
      this.#at = 0;
      this.#lines = null;
    }
    return done;
  }

  /** Who was told in an earlier room, and who is excepted. No set of all of them: it would be made anew for each tick. */
  #out(): ReadonlySet<string>[] {
    const rooms = [...this.#rooms.slice(0, this.#room), ...this.#whom.except];
    return rooms.flatMap((room) => this.#members.ids(room) ?? []);
  }
}

function isIn(sets: readonly ReadonlySet<string>[], { socket }: Line): boolean {
  for (const ids of sets) if (ids.has(socket.id)) return true;
  return false;
}
