import { once } from 'node:events';
import { expect, test } from 'vitest';
import WebSocket from 'ws';
import { backlogOf } from '../../server/net/slow-readers.ts';
import { startBoard, type TestBoard } from '../support/start-board.ts';

const KB = 1024;
const MB = 1024 * KB;

test('who does not read is let go after five seconds, who reads stays', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  const deaf = await connectDeaf(board);
  const { io } = board.app;
  await fill(board, deaf.id, MB);

  board.clock.turn(1_000);
  board.clock.turn(4_000);
  expect(io.engine.clientsCount).toBe(3);
  board.clock.turn(2_000);
  await expect.poll(() => io.engine.clientsCount).toBe(2);
  await ana.cast('Eiche');
  deaf.line.terminate();
});

test('who reads slowly is waited for, though much waits for them', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const slow = await connectDeaf(board);
  const { io } = board.app;
  await fill(board, slow.id, 3 * MB);
  for (let second = 0; second < 12; second += 1) {
    const { taken } = backlog(board, slow.id);
    slow.line.resume();
    await expect.poll(() => backlog(board, slow.id).taken - taken, { interval: 1 }).toBeGreaterThan(16 * KB);
    slow.line.pause();
    await fill(board, slow.id, MB);
    board.clock.turn(1_000);
  }
  expect(io.sockets.sockets.has(slow.id)).toBe(true);
  slow.line.terminate();
});

test('who lets more than 4 MB wait is let go at once', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const deaf = await connectDeaf(board);
  const { io } = board.app;
  await fill(board, deaf.id, 4 * MB + 1);
  board.clock.turn(1_000);
  await expect.poll(() => io.engine.clientsCount).toBe(1);
  deaf.line.terminate();
});

/** A phone that completes its handshake and then reads only when the test lets it. */
async function connectDeaf({ url }: TestBoard): Promise<{ line: WebSocket; id: string }> {
  const line = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  await once(line, 'message');
  line.send('40{}');
  const [greeting] = (await once(line, 'message')) as [Buffer];
  line.pause();
  return { line, id: (JSON.parse(greeting.toString().slice(2)) as { sid: string }).sid };
}

/** Sends until so many bytes wait in the server: the kernel takes several MB before that. */
async function fill(board: TestBoard, id: string, bytes: number): Promise<void> {
  const frame = { seq: 0, present: 0, roundId: 'x'.repeat(60_000), run: 1 };
  while (backlog(board, id).bytes < bytes) {
    board.app.io.to(id).emit('tally', frame);
    await new Promise(setImmediate);
  }
}

function backlog({ app }: TestBoard, id: string) {
  const socket = app.io.sockets.sockets.get(id);
  if (!socket) throw new Error('the phone was let go');
  return backlogOf(socket);
}
