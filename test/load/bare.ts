import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { beRival } from './rival-child.ts';

/**
 * What is left when everything but telling is taken away: WebSockets without Socket.IO, rooms, votes or a store, and a frame
 * that was made once, in one piece, and is handed to each socket as `ws` does. No floor: it goes through the queue that a Node
 * stream keeps for each chunk, and the product, where nothing waits, past it (`server/net/fan-out/line.ts`).
 */
const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });

beRival(http, (text) => {
  const frame = frameOf(text);
  for (const socket of sockets.clients) {
    const sender = Reflect.get(socket, '_sender') as { sendFrame(list: readonly Buffer[]): void };
    sender.sendFrame([frame]);
  }
});

/** A server's text frame (RFC 6455) is not masked. */
function frameOf(text: string): Buffer {
  const body = Buffer.from(text);
  if (body.length < 126) return Buffer.concat([Buffer.from([0x81, body.length]), body]);
  const head = Buffer.from([0x81, 126, 0, 0]);
  head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, body]);
}
