import { once } from 'node:events';
import { expect, test } from 'vitest';
import WebSocket from 'ws';
import { startBoard } from '../support/start-board.ts';

/** A phone that completes its handshake and then never reads again. */
async function connectDeaf(url: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  await once(socket, 'message');
  socket.send('40{}');
  await once(socket, 'message');
  socket.pause();
  return socket;
}

test('who does not read is let go after five seconds, who reads stays', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  const deaf = await connectDeaf(board.url);
  const { io } = board.app;
  await expect.poll(() => io.engine.clientsCount).toBe(3);

  // The kernel takes about 4 MB for each socket before the server's own buffer grows.
  const frame = { seq: 0, present: 0, roundId: 'x'.repeat(60_000), run: 1 };
  for (let i = 0; i < 400; i += 1) io.emit('tally', frame);
  await board.delivered();
  expect(ana.frames.length).toBeGreaterThanOrEqual(400);

  board.clock.turn(1_000);
  board.clock.turn(4_000);
  expect(io.engine.clientsCount).toBe(3);
  board.clock.turn(2_000);
  await expect.poll(() => io.engine.clientsCount).toBe(2);
  await ana.cast('Eiche');
  deaf.terminate();
});
