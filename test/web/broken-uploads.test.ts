import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { photos } from '../support/photos.ts';
import { startBoard, type TestBoard } from '../support/start-board.ts';
import { ask } from './ask.ts';

/** Starts an upload, sends a part of it, and is gone. */
async function breakOff(board: TestBoard, part: Uint8Array): Promise<void> {
  const { hostname, port, host } = new URL(board.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const head = [
    'PUT /api/pictures HTTP/1.1',
    `Host: ${host}`,
    `Origin: ${board.url}`,
    `Cookie: ${board.makerCookie}`,
    'Content-Length: 1000000',
    'Expect: 100-continue',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  // The server says "continue" once it has begun to read.
  await once(socket, 'data');
  socket.write(part);
  socket.destroy();
  await once(socket, 'close');
}

test('forty uploads that break off block nobody', async () => {
  await using board = await startBoard({ open: false });
  const photo = await photos.jpeg(200, 100);
  for (let attempt = 0; attempt < 40; attempt += 1) await breakOff(board, photo.subarray(0, 100));
  const response = await ask(board, '/api/pictures', { method: 'PUT', asMaker: true, body: photo });
  expect(response.status).toBe(200);
});
