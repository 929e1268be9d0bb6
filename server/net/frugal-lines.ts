import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../ops/clock.ts';
import { Allowance } from '../store/allowance.ts';

/** Far above any command's allowance: who sends more is no client of ours. */
const PACKET_PACE = { burst: 1_000, perSecond: 100 };

/** Milliseconds a phone has to answer a goodbye; ws would wait half a minute, and a stopping server with it. */
const GOODBYE_MS = 2_000;

/**
 * WebSockets that cost little however they are abused. A message in countless fragments would cost memory before its
 * size is known; refusing packets by the hundred thousand would hold up everybody's votes, so the line is cut.
 */
export function frugalLines(clock: Clock): typeof WebSocketServer {
  return class extends WebSocketServer {
    constructor(options: ServerOptions) {
      super({ ...options, ...{ maxFragments: 16, maxBufferedChunks: 64, closeTimeout: GOODBYE_MS } });
    }

    override handleUpgrade(
      request: IncomingMessage,
      socket: Duplex,
      head: Buffer,
      accept: (line: WebSocket, request: IncomingMessage) => void,
    ): void {
      startAfresh(socket);
      super.handleUpgrade(request, socket, head, (line: WebSocket) => {
        limitPackets(line, new Allowance(clock, PACKET_PACE));
        accept(line, request);
      });
    }
  } as typeof WebSocketServer;
}

/** Outside, so that what the listener remembers is not the whole handshake. */
function limitPackets(line: WebSocket, packets: Allowance): void {
  const count = () => {
    if (!packets.take()) line.terminate();
  };
  for (const frame of ['message', 'ping', 'pong'] as const) line.on(frame, count);
}

/**
 * HTTP has let go of the line, and leaves a table that was made for all it listened to. Engine.IO holds the request as
 * long as the line lasts, to tell middlewares when it closes; there are none. Together a sixth of an idle phone's memory.
 */
function startAfresh(line: Duplex): void {
  const kept = line.eventNames().filter((name) => name !== 'close');
  const listeners = kept.map((name) => [name, line.rawListeners(name)] as const);
  line.removeAllListeners();
  for (const [name, some] of listeners) {
    for (const listener of some) line.on(name, listener as (...told: unknown[]) => void);
  }
}
