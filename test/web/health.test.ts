import { expect, test } from 'vitest';
import { RedisEmptied } from '../../server/store/redis-epoch.ts';
import type { Store } from '../../server/store/store.ts';
import { startBoard, type TestBoard } from '../support/start-board.ts';
import { ask } from './ask.ts';

async function asked(board: TestBoard, path: string): Promise<[number, unknown]> {
  const response = await ask(board, path);
  return [response.status, await response.json()];
}

/** A board whose store says whatever the test says, once it is asked who the maker is. */
async function boardWith(lack: { fault: Error | null }): Promise<TestBoard> {
  const wrapStore = (store: Store): Store =>
    new Proxy(store, {
      get: (target, name) =>
        name === 'hasMaker' && lack.fault
          ? () => Promise.reject(lack.fault)
          : Reflect.get(target, name, target),
    });
  return startBoard({ open: false, wrapStore });
}

const ALIVE = [200, { ok: true, value: { version: 'test' } }];

test('a server that serves is alive and ready', async () => {
  await using board = await startBoard({ open: false });
  expect(await asked(board, '/healthz')).toEqual(ALIVE);
  expect(await asked(board, '/readyz')).toEqual([200, { ready: true, version: 'test' }]);
});

test('a server whose store is silent is alive, not ready, and ready again by itself', async () => {
  const lack: { fault: Error | null } = { fault: new Error('no answer') };
  await using board = await boardWith(lack);
  expect(await asked(board, '/readyz')).toEqual([
    503,
    { ready: false, because: 'the store does not answer' },
  ]);
  expect(await asked(board, '/healthz')).toEqual(ALIVE);
  lack.fault = null;
  expect((await asked(board, '/readyz'))[0]).toBe(200);
});

test('[S6] a server whose Redis was emptied says so, and nothing that would have it started anew', async () => {
  await using board = await boardWith({ fault: new RedisEmptied() });
  const [status, answer] = await asked(board, '/readyz');
  expect(status).toBe(503);
  expect(answer).toMatchObject({ ready: false, because: expect.stringContaining('Redis was emptied') });
  expect(await asked(board, '/healthz')).toEqual(ALIVE);
});

test('a server that is about to stop is not ready, and still serves', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const phone = await board.phone();
  board.app.readiness.stop();
  expect(await asked(board, '/readyz')).toEqual([503, { ready: false, because: 'this server stops' }]);
  await phone.cast('Eiche');
  await board.tick();
  expect(phone.tally).toEqual({ Eiche: 1 });
});
