import { type Clock, every } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Answers } from './answers.ts';
import type { MitwerkServer } from './loudspeaker.ts';

const LOOK_MS = 5_000;

/**
 * [A4] Commands ask for the maker's session each time, but who only listens asks nothing: every five seconds whoever
 * hears what is for the maker must still be one. Returns how to stop looking.
 */
export function guardMakers(
  io: MitwerkServer,
  answers: Answers,
  { clock, log }: { clock: Clock; log: Log },
): () => void {
  return every(clock, LOOK_MS, () => {
    dropFormerMakers(io, answers).catch((error: unknown) =>
      log.error({ error }, 'makers could not be checked'),
    );
  });
}

async function dropFormerMakers(io: MitwerkServer, answers: Answers): Promise<void> {
  for (const socket of io.sockets.sockets.values()) {
    const hears = [...socket.rooms].some((room) => room.endsWith(':maker'));
    // The line is closed, not banned: the studio comes back, and is told that it has to log in.
    if (hears && !(await answers.isMaker(socket))) socket.conn.close();
  }
}
