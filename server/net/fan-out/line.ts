import { Socket as Stream } from 'node:net';
import type { Socket } from 'socket.io';
import { WebSocket } from 'ws';
import { writeText } from './frame.ts';

/** What is told: as Socket.IO would write it, and as one frame of a WebSocket. */
export interface Packet {
  readonly encoded: string;
  readonly frame: Buffer;
}

type Conn = Socket['conn'];

/** Engine.IO does not publish its WebSocket, nor what waits to be written, but has had both since its first version. */
interface Inside {
  readonly socket?: unknown;
}
interface Waiting {
  readonly writeBuffer?: readonly unknown[];
}

/**
 * The way to one phone. A WebSocket as we know it is written to directly; everything else (polling, compression, packets
 * that wait, a later Engine.IO that looks different) goes by Socket.IO's own path.
 */
export class Line {
  readonly socket: Socket;
  /** The board whose newest whole tally is waited for here: until then no move is told. */
  owedBy: string | null = null;
  readonly #conn: Conn;
  #transport: Conn['transport'] | null = null;
  #stream: Stream | null = null;
  /** The kernel has not taken all of it yet. */
  #isSending = false;

  constructor(socket: Socket) {
    this.socket = socket;
    this.#conn = socket.conn;
  }

  /** Something waits here already, so what is added now would be read late. */
  get isBehind(): boolean {
    return packetsWaiting(this.#conn) > 0 || this.#isBusy(this.#streamNow());
  }

  /** Behind everything that was written before. Nothing happens where the line is closed. */
  write(packet: Packet): void {
    const conn = this.#conn;
    const stream = this.#streamNow();
    if (!stream?.writable || conn.readyState !== 'open' || packetsWaiting(conn) > 0) {
      conn.write(packet.encoded);
    } else if (this.#isBusy(stream)) {
      stream.write(packet.frame);
    } else {
      this.#hand(stream, packet.frame);
    }
  }

  /**
   * Where nothing waits, past the queue that a Node stream keeps for each chunk: that is a tenth of what a delivery costs. Its
   * `_write` hands the chunk to the kernel at once, as nearly always, or behind what it was handed before.
   */
  #hand(stream: Stream, frame: Buffer): void {
    this.#isSending = true;
    stream._write(frame, 'buffer' as BufferEncoding, (fault) => {
      this.#isSending = false;
      if (fault) stream.destroy(fault);
    });
  }

  #isBusy(stream: Stream | null): boolean {
    return stream !== null && (this.#isSending || stream.writableLength > 0);
  }

  /** What only this phone is told, in its turn. */
  writeAlone(encoded: string): void {
    const conn = this.#conn;
    const stream = this.#streamNow();
    const isFree = stream?.writable && conn.readyState === 'open' && packetsWaiting(conn) === 0;
    if (isFree) writeText(stream, `${MESSAGE}${encoded}`);
    else conn.write(encoded);
  }

  /** Calls `then` once when what waits now has left, or never. */
  whenRead(then: () => void): void {
    const stream = this.#streamNow();
    // An empty chunk is answered when all that stood before it has gone, however little that was.
    if (stream && packetsWaiting(this.#conn) === 0) stream.write(NOTHING, () => then());
    else this.#conn.once('drain', then);
  }

  /** A line may change from polling to a WebSocket. */
  #streamNow(): Stream | null {
    const { transport } = this.#conn;
    if (transport === this.#transport) return this.#stream;
    this.#transport = transport;
    const web = (transport as Inside).socket;
    const stream = web instanceof WebSocket && web.extensions === '' ? Reflect.get(web, '_socket') : null;
    this.#stream = stream instanceof Stream ? stream : null;
    return this.#stream;
  }
}

/** One line for each socket, whoever writes to it. */
export function lineOf(socket: Socket): Line {
  const known = lines.get(socket);
  if (known) return known;
  const line = new Line(socket);
  lines.set(socket, line);
  return line;
}

const lines = new WeakMap<Socket, Line>();
const NOTHING = Buffer.alloc(0);
/** Of Engine.IO. */
const MESSAGE = '4';

function packetsWaiting(conn: Conn): number {
  return (conn as unknown as Waiting).writeBuffer?.length ?? 0;
}
