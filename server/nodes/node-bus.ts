import { type Namespace, Server } from 'socket.io';
import { z } from 'zod';
import type { Mark } from '../live/peers.ts';
import { type Bus, MOST_CAST } from './signals.ts';

/** What Socket.IO's adapters for several nodes are made by; it calls that with `new`. */
export type AdapterOf = (namespace: Namespace) => Namespace['adapter'];

const markSchema = z.strictObject({
  boardId: z.string(),
  seq: z.int().nullable(),
  tally: z.strictObject({ roundId: z.string(), run: z.int(), version: z.int() }).nullable(),
  cast: z.array(z.string()).max(MOST_CAST),
});

/**
 * [N1] Nodes hear of each other by Socket.IO's adapter for Redis, in a server that listens nowhere: no phone gets in. What
 * phones are told stays with the node they are connected to: an adapter that passes each frame on would make every node
 * read all frames of all.
 */
export function nodeBus(adapterOf: AdapterOf): Bus {
  const nodes = new Server({ serveClient: false, adapter: adapterOf });
  return {
    send(mark) {
      nodes.serverSideEmit('mark', mark);
    },
    hear(listen) {
      nodes.on('mark', (told: unknown) => {
        // Of another version of this server, perhaps.
        const mark = markSchema.safeParse(told);
        if (mark.success) listen(mark.data satisfies Mark);
      });
    },
  };
}
