import { Socket as Stream } from 'node:net';
import type { Socket } from 'socket.io';
import { WebSocket } from 'ws';
import { writeText } from './frame.ts';

/** What is told: as Socket.IO would write it, and as one frame of a WebSocket. */
export interface Packet {
  /** With `data`, what listeners for all that goes out are told. */
  readonly event: { readonly data?: unknown };
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
interface Outgoing {
  notifyOutgoingListeners?(event: Packet['event']): void;
}

/**
 * The way to one phone. A WebSocket as we know it is written to directly; everything else (polling, compression, packets
 * that wait, a later Engine.IO that looks different) goes by Socket.IO's own path.
 */
export class Line {
  readonly socket: Socket;
  /** The newest whole tally is waited for: until then it gets no move. */
  isOwed = false;
  #transport: Conn['transport'] | null = null;
  #web: WebSocket | null = null;
  #stream: Stream | null = null;

  constructor(socket: Socket) {
    this.socket = socket;
  }

  /** Something waits here already, so what is added now would be read late. */
  get isBehind(): boolean {
    const { conn } = this.socket;
    if (packetsWaiting(conn) > 0) return true;
    this.#look(conn);
    return this.#stream !== null && this.#stream.writableLength > 0;
  }

  /** Behind everything that was written before. Nothing happens where the line is closed. */
  write(packet: Packet): void {
    const { socket } = this;
    const { conn } = socket;
    (socket as unknown as Outgoing).notifyOutgoingListeners?.(packet.event);
    const stream = this.#freeStream(conn);
    if (!stream) conn.write(packet.encoded);
    else if (conn.readyState === 'open') stream.write(packet.frame);
  }

  /** What only this phone is told, in its turn. */
  writeAlone(encoded: string): void {
    const { conn } = this.socket;
    const stream = this.#freeStream(conn);
    if (!stream) conn.write(encoded);
    else if (conn.readyState === 'open') writeText(stream, `${MESSAGE}${encoded}`);
  }

  /** Calls `then` once when what waits now has left, or never. */
  whenRead(then: () => void): void {
    const { conn } = this.socket;
    this.#look(conn);
    // An empty chunk is answered when all that stood before it has gone, however little that was.
    if (packetsWaiting(conn) === 0 && this.#stream) this.#stream.write(NOTHING, () => then());
    else conn.once('drain', then);
  }

  /** `null`: by Socket.IO's own path. */
  #freeStream(conn: Conn): Stream | null {
    this.#look(conn);
    const isFree = this.#web?.readyState === WebSocket.OPEN && packetsWaiting(conn) === 0;
    return isFree ? this.#stream : null;
  }

  /** A line may change from polling to a WebSocket. */
  #look(conn: Conn): void {
    if (conn.transport === this.#transport) return;
    this.#transport = conn.transport;
    const web = (conn.transport as Inside).socket;
    const stream = web instanceof WebSocket && web.extensions === '' ? Reflect.get(web, '_socket') : null;
    this.#stream = stream instanceof Stream ? stream : null;
    this.#web = this.#stream ? (web as WebSocket) : null;
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
