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
      const { length } = lines;
      for (; this.#at < length; this.#at += 1) {
        if (done === most) return done;
        const line = lines[(this.#first + this.#at) % length];
        if (!line || (haveMoved && !this.#members.has(room, line)) || this.#isOut(line)) continue;
        this.#deliver(line);
        done += 1;
      }
      this.#room += 1;
      this.#at = 0;
      this.#lines = null;
    }
    return done;
  }

  /** Not by sets of everybody who is meant: those would be made anew for each tick. */
  #isOut(line: Line): boolean {
    for (let earlier = 0; earlier < this.#room; earlier += 1) {
      if (this.#members.has(this.#rooms[earlier] ?? '', line)) return true;
    }
    for (const room of this.#whom.except) if (this.#members.has(room, line)) return true;
    return false;
  }
}
