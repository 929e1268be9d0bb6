import type { Clock } from '../ops/clock.ts';
import type { MitwerkSocket } from './answer.ts';
import type { MitwerkServer } from './loudspeaker.ts';

/** Packets that may wait for one socket. A tick is one packet: this is more than a second of the fastest ticking. */
const BACKLOG = 64;
const PATIENCE_MS = 5_000;
const LOOK_MS = 1_000;

/**
 * A phone that answers pings but does not read costs memory without bound: whoever stays over the backlog for five
 * seconds is let go, in a way that lets it come back. Returns how to stop looking.
 */
export function guardSlowReaders(io: MitwerkServer, clock: Clock): () => void {
  const behindSince = new Map<string, number>();
  let cancel = () => {};

  const look = () => {
    const now = clock.now();
    for (const [id, socket] of io.sockets.sockets) {
      if (backlogOf(socket) <= BACKLOG) behindSince.delete(id);
      else if (!behindSince.has(id)) behindSince.set(id, now);
      else if (now - (behindSince.get(id) ?? now) >= PATIENCE_MS) socket.conn.close(true);
    }
    for (const id of behindSince.keys()) if (!io.sockets.sockets.has(id)) behindSince.delete(id);
    cancel = clock.after(LOOK_MS, look);
  };
  cancel = clock.after(LOOK_MS, look);
  return () => cancel();
}

/** Engine.IO does not publish its write buffer, but has had it since its first version. */
function backlogOf(socket: MitwerkSocket): number {
  const buffer: unknown = Reflect.get(socket.conn, 'writeBuffer');
  return Array.isArray(buffer) ? buffer.length : 0;
}
