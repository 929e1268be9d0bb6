import type { Namespace, Socket } from 'socket.io';
import { type Line, lineOf } from './line.ts';

type Adapter = Namespace['adapter'];

/** Whom something is told: the members of any of the rooms, but of none of `except`. */
export interface Whom {
  readonly rooms: ReadonlySet<string>;
  readonly except: ReadonlySet<string>;
}

/** The lines of Socket.IO rooms as arrays, which are gone through in slices however their members come and go meanwhile. */
export class Members {
  readonly #adapter: Adapter;
  /** Of large rooms, until somebody comes or goes. */
  readonly #known = new Map<string, readonly Line[]>();

  constructor(adapter: Adapter) {
    this.#adapter = adapter;
    const forget = (room: string) => this.#known.delete(room);
    for (const moved of ['join-room', 'leave-room']) adapter.on(moved, forget);
  }

  of(room: string): readonly Line[] {
    const known = this.#known.get(room);
    if (known) return known;
    const ids = this.#adapter.rooms.get(room);
    if (!ids) return NOBODY;
    const lines: Line[] = [];
    for (const id of ids) {
      const socket: Socket | undefined = this.#adapter.nsp.sockets.get(id);
      if (socket) lines.push(lineOf(socket));
    }
    if (lines.length >= LARGE) this.#known.set(room, lines);
    return lines;
  }

  /** Nobody has come or gone since; of small rooms that is not known. */
  areStill(room: string, lines: readonly Line[]): boolean {
    return this.#known.get(room) === lines;
  }

  ids(room: string): ReadonlySet<string> | undefined {
    return this.#adapter.rooms.get(room);
  }

  has(room: string, { socket }: Line): boolean {
    return this.#adapter.rooms.get(room)?.has(socket.id) ?? false;
  }

  isMeant(line: Line, { rooms, except }: Whom): boolean {
    return this.#isInAny(rooms, line) && !this.#isInAny(except, line);
  }

  #isInAny(rooms: ReadonlySet<string>, line: Line): boolean {
    for (const room of rooms) if (this.has(room, line)) return true;
    return false;
  }
}

const NOBODY: readonly Line[] = [];
/** Devices have rooms of their own, with hardly more than one window: keeping those would only cost memory. */
const LARGE = 16;
