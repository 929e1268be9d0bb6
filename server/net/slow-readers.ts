import { WebSocket } from 'ws';
import { type Clock, every } from '../ops/clock.ts';
import type { MitwerkSocket } from './answers.ts';
import type { MitwerkServer } from './loudspeaker.ts';

/** What may wait for one socket: a board's view several times over, or more than a second of the fastest ticking. */
const BACKLOG_BYTES = 512 * 1024;
const BACKLOG_PACKETS = 64;
const PATIENCE_MS = 5_000;
const LOOK_MS = 1_000;

/**
 * A phone that answers pings but does not read costs memory without bound: whoever stays over the backlog for five
 * seconds is let go, in a way that lets it come back. Returns how to stop looking.
 */
export function guardSlowReaders(io: MitwerkServer, clock: Clock): () => void {
  const behindSince = new Map<string, number>();
  return every(clock, LOOK_MS, () => {
    const now = clock.now();
    for (const [id, socket] of io.sockets.sockets) {
      if (!isBehind(socket)) behindSince.delete(id);
      else if (!behindSince.has(id)) behindSince.set(id, now);
      else if (now - (behindSince.get(id) ?? now) >= PATIENCE_MS) cutOff(socket);
    }
    for (const id of behindSince.keys()) if (!io.sockets.sockets.has(id)) behindSince.delete(id);
  });
}

/** Packets wait in Engine.IO until the last ones have left, and then as bytes in the WebSocket until the kernel takes them. */
function isBehind(socket: MitwerkSocket): boolean {
  const waiting: unknown = Reflect.get(socket.conn, 'writeBuffer');
  const packets = Array.isArray(waiting) ? waiting.length : 0;
  return packets > BACKLOG_PACKETS || (lineOf(socket)?.bufferedAmount ?? 0) > BACKLOG_BYTES;
}

/** A goodbye would queue behind what is not read, and its answer would be waited for: the line is cut. */
function cutOff(socket: MitwerkSocket): void {
  const line = lineOf(socket);
  if (line) line.terminate();
  else socket.conn.close(true);
}

/** Engine.IO does not publish its WebSocket, nor its write buffer, but has had both since its first version. */
function lineOf({ conn }: MitwerkSocket): WebSocket | null {
  const line: unknown = Reflect.get(conn.transport, 'socket');
  return line instanceof WebSocket ? line : null;
}
