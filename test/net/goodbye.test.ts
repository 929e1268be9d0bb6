import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startBoard } from '../support/start-board.ts';

test('a phone that hears nothing does not hold up the end of the server', async () => {
  const board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const line = new WebSocket(`${board.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  await once(line, 'message');
  line.pause();
  const began = performance.now();
  await board[Symbol.asyncDispose]();
  expect(performance.now() - began).toBeLessThan(10_000);
  line.terminate();
});
