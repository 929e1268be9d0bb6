import { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { type Clock, every } from '../ops/clock.ts';
import type { MitwerkSocket } from './answers.ts';
import { lineOf } from './fan-out/line.ts';
import type { MitwerkServer } from './loudspeaker.ts';
import { type Backlog, Patience } from './patience.ts';

const LOOK_MS = 1_000;

/**
 * A phone that answers pings but does not read costs memory without bound: it is let go, in a way that lets it come
 * back. One that reads slowly is waited for. Returns how to stop looking.
 */
export function guardSlowReaders(io: MitwerkServer, clock: Clock): () => void {
  const patience = new Map<string, Patience>();
  return every(clock, LOOK_MS, () => {
    for (const [id, socket] of io.sockets.sockets) {
      // Nearly all: they cost no more than this question.
      if (!lineOf(socket).isBehind) {
        patience.delete(id);
        continue;
      }
      const own = patience.get(id) ?? new Patience();
      patience.set(id, own);
      if (own.isOver(backlogOf(socket), clock.now())) cutOff(socket);
    }
    for (const id of patience.keys()) if (!io.sockets.sockets.has(id)) patience.delete(id);
  });
}

/** Packets wait in Engine.IO until the last ones have left, and then as bytes until the kernel takes them. */
export function backlogOf(socket: MitwerkSocket): Backlog {
  const waiting: unknown = Reflect.get(socket.conn, 'writeBuffer');
  const packets: readonly { readonly data?: unknown }[] = Array.isArray(waiting) ? waiting : [];
  const queued = packets.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0);
  const { written, taken } = progressOf(socket);
  return { packets: packets.length, bytes: queued + written - taken, taken };
}

/**
 * Bytes that were given to the line, and those of them that the kernel has taken. A view travels as one large chunk, and
 * Node counts a chunk only when all of it is gone: the handle knows how far it is.
 */
function progressOf(socket: MitwerkSocket): { readonly written: number; readonly taken: number } {
  const line = webSocketOf(socket);
  const stream: unknown = line && Reflect.get(line, '_socket');
  if (!(stream instanceof Socket)) return { written: 0, taken: 0 };
  const handle = Reflect.get(stream, '_handle') as {
    bytesWritten: number;
    writeQueueSize: number;
  } | null;
  const written = stream.bytesWritten;
  return { written, taken: handle ? handle.bytesWritten - handle.writeQueueSize : written };
}

/** A goodbye would queue behind what is not read, and its answer would be waited for: the line is cut. */
function cutOff(socket: MitwerkSocket): void {
  const line = webSocketOf(socket);
  if (line) line.terminate();
  else socket.conn.close(true);
}

/** Engine.IO does not publish its WebSocket, nor its write buffer, but has had both since its first version. */
function webSocketOf({ conn }: MitwerkSocket): WebSocket | null {
  const line: unknown = Reflect.get(conn.transport, 'socket');
  return line instanceof WebSocket ? line : null;
}
