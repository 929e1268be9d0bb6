import type { Namespace } from 'socket.io';
import type { Counters } from '../../ops/counters.ts';
import type { LoopLoad } from '../../ops/loop-load.ts';
import { frameText } from './frame.ts';
import type { Line, Packet } from './line.ts';
import { Members, type Whom } from './members.ts';
import { Payment } from './payment.ts';
import { Slices } from './slices.ts';
import { Telling } from './telling.ts';

/** What is true now, for some of those who look at a board: a newer one makes it worthless. */
export interface Newest {
  readonly whom: Whom;
  /** The event with what it brings; may say only what has moved since the one before. */
  readonly event: readonly unknown[];
  /** `false`: only whoever heard the one before can make sense of it. */
  readonly isWhole: boolean;
  /** The same for whoever has missed some, as it is when asked. */
  readonly whole: () => readonly unknown[];
}

/** One event to many: encoded and framed once, then a write for each. */
export class FanOut {
  readonly #adapter: Namespace['adapter'];
  readonly #counters: Counters;
  readonly #members: Members;
  readonly #slices: Slices;
  readonly #newest = new Map<string, readonly Newest[]>();
  /** Who reads again, by board. */
  readonly #due = new Map<string, Line[]>();
  /** Who is told first, by board. */
  readonly #first = new Map<string, number>();

  constructor(adapter: Namespace['adapter'], counters: Counters, loop: LoopLoad) {
    this.#adapter = adapter;
    this.#counters = counters;
    this.#members = new Members(adapter);
    this.#slices = new Slices(loop);
  }

  /** To everybody who is meant, however much waits for them. `after` is done with each, in its turn. */
  tell(boardId: string, whom: Whom, event: readonly unknown[], after?: (line: Line) => void): void {
    this.tellEncoded(boardId, whom, this.#encode(event), after);
  }

  tellEncoded(boardId: string, whom: Whom, packet: Packet, after?: (line: Line) => void): void {
    this.#add(boardId, whom, (line) => {
      line.write(packet);
      after?.(line);
    });
  }

  /** [F2] To all who keep up; who does not is owed the newest as soon as they read again. */
  tellNewest(boardId: string, groups: readonly Newest[]): void {
    this.#newest.set(boardId, groups);
    // Once for all groups: they would add up to a whole round, and always the same be told last.
    this.#first.set(boardId, (this.#first.get(boardId) ?? 0) + STEP);
    for (const { whom, event, isWhole } of groups) {
      let packet: Packet | null = null;
      this.#add(boardId, whom, (line) => {
        if (line.isBehind || (line.owedBy === boardId && !isWhole)) {
          this.#counters.framesSkipped += 1;
          this.#owe(boardId, line);
          return;
        }
        // Encoded only where somebody listens.
        packet ??= this.#encodeFrame(event);
        this.#hand(line, packet);
      });
    }
  }

  /** Calls `then` when all that was told to a board has been handed to the lines. */
  told(boardId: string, then: () => void): void {
    this.#slices.add(boardId, once(then));
  }

  /** Milliseconds that a delivery takes here. */
  get perDelivery(): number {
    return this.#slices.perDelivery;
  }

  /** Nothing more will be told to this board. */
  forget(boardId: string): void {
    this.#newest.delete(boardId);
    this.#first.delete(boardId);
  }

  /** `null`: not one text, for Socket.IO to write as it does. */
  encode(packet: object): Packet | null {
    const encoded: unknown[] = this.#adapter.nsp.server.encoder.encode(packet);
    const [text] = encoded;
    if (encoded.length !== 1 || typeof text !== 'string') return null;
    // 4: a message of Engine.IO.
    return { encoded: text, frame: frameText(`4${text}`) };
  }

  #encode(data: readonly unknown[]): Packet {
    const packet = this.encode({ type: EVENT, nsp: this.#adapter.nsp.name, data });
    if (!packet) throw new Error('what is told to all is text');
    return packet;
  }

  #encodeFrame(event: readonly unknown[]): Packet {
    this.#counters.encodes += 1;
    return this.#encode(event);
  }

  #add(boardId: string, whom: Whom, deliver: (line: Line) => void): void {
    const first = this.#first.get(boardId) ?? 0;
    this.#slices.add(boardId, new Telling(this.#members, whom, first, deliver));
  }

  #hand(line: Line, packet: Packet): void {
    line.owedBy = null;
    this.#counters.frames += 1;
    line.write(packet);
  }

  #owe(boardId: string, line: Line): void {
    if (line.owedBy === boardId) return;
    line.owedBy = boardId;
    line.whenRead(() => {
      const due = this.#due.get(boardId);
      if (due) due.push(line);
      else {
        this.#due.set(boardId, [line]);
        // Behind deltas that are still being told: what is true now builds on them.
        setImmediate(() => this.#slices.add(boardId, this.#payment(boardId)));
      }
    });
  }

  #payment(boardId: string): Payment {
    const packets = new Map<Newest, Packet>();
    // As it is when this begins: a newer one is told behind it, and builds on it.
    let groups: readonly Newest[] = [];
    const begin = () => {
      groups = this.#newest.get(boardId) ?? [];
      const due = this.#due.get(boardId) ?? [];
      this.#due.delete(boardId);
      return due;
    };
    return new Payment(begin, (line) => {
      if (line.owedBy !== boardId) return;
      line.owedBy = null;
      const group = groups.find(({ whom }) => this.#members.isMeant(line, whom));
      if (!group) return;
      if (line.isBehind) {
        this.#owe(boardId, line);
        return;
      }
      const packet = packets.get(group) ?? this.#encodeFrame(group.whole());
      packets.set(group, packet);
      this.#hand(line, packet);
    });
  }
}

/** An event, in Socket.IO's protocol. */
const EVENT = 2;
/** Whoever was in the first slice of a tick is not in that of the next. */
const STEP = 400;

function once(act: () => void) {
  return {
    isDone: false,
    run() {
      this.isDone = true;
      act();
      return 1;
    },
  };
}
