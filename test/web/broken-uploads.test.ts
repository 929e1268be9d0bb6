import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { photos } from '../support/photos.ts';
import { startBoard, type TestBoard } from '../support/start-board.ts';
import { ask } from './ask.ts';

/** Starts an upload, and answers once the server reads it. */
async function start(board: TestBoard, path: string, cookie: string): Promise<Socket> {
  const { hostname, port, host } = new URL(board.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const head = [
    `PUT ${path} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${board.url}`,
    `Cookie: ${cookie}`,
    'Content-Length: 1000000',
    'Expect: 100-continue',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  // The server says "continue" once it has begun to read.
  await once(socket, 'data');
  return socket;
}

/** Starts an upload, sends a part of it, and is gone. */
async function breakOff(board: TestBoard, part: Uint8Array): Promise<void> {
  const socket = await start(board, '/api/pictures', board.makerCookie);
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

test('uploads of participants that stand still keep no maker waiting', async () => {
  const ideas = { whileVoting: false, review: false, pictures: true, each: 1 };
  await using board = await startBoard({ ideas, open: false });
  const { boardId, roundId } = board;
  await board.maker.must('round:collect', { boardId, roundId, collect: true });
  const still: Socket[] = [];
  for (let upload = 0; upload < 18; upload += 1) {
    const device = (await board.phone()).joined?.device ?? '';
    still.push(await start(board, `/api/boards/${boardId}/idea-pictures`, `mw_p=${device}`));
  }
  const body = await photos.jpeg(200, 100);
  const response = await ask(board, '/api/pictures', { method: 'PUT', asMaker: true, body });
  for (const socket of still) socket.destroy();
  expect(response.status).toBe(200);
});
