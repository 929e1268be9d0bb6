import type { IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { startBoard } from '../support/start-board.ts';

test('[J1] once a phone is in, its handshake is let go, and the line works as before', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const requests: WeakRef<IncomingMessage>[] = [];
  board.app.http.on('upgrade', (request) => requests.push(new WeakRef(request)));
  const ana = await board.phone({ headers: { 'X-Long': 'x'.repeat(1_000) } });
  expect(requests).toHaveLength(1);
  const collect = collector();
  await expect
    .poll(() => {
      collect();
      return requests[0]?.deref();
    })
    .toBeUndefined();
  await ana.cast('Eiche');
  expect(ana.socket.connected).toBe(true);
  ana.socket.disconnect();
  await expect.poll(() => board.room().view('maker').present).toBe(0);
});

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}
