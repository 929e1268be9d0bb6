import { expect, test } from 'vitest';
import { MakerAccess } from '../../server/access/maker.ts';
import { randomIds } from '../../server/ops/ids.ts';
import { startBoard } from '../support/start-board.ts';

test('[A4] a reset takes the rights of a connection that is open already', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const { store, clock, boardId, roundId } = board;
  await new MakerAccess({ store, clock, ids: randomIds }).reset();
  expect(await board.maker.ask('round:close', { boardId, roundId })).toMatchObject({
    no: { code: 'not_allowed' },
  });
});

test('[A4] after a reset an open connection hears nothing of the board any more', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const { store, clock } = board;
  clock.turn(5_000);
  expect(board.maker.socket.connected).toBe(true);
  await new MakerAccess({ store, clock, ids: randomIds }).reset();
  clock.turn(5_000);
  await expect.poll(() => board.maker.socket.connected).toBe(false);
});

test('a maker hands a link to another device of theirs, a follower cannot', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const { url, makerCookie } = board;
  const ask = (path: string, cookie: string, body: object) =>
    fetch(`${url}/api/maker/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: url, Cookie: cookie },
      body: JSON.stringify(body),
    });
  expect((await ask('link', '', {})).status).toBe(403);
  const { value } = (await (await ask('link', makerCookie, {})).json()) as { value: { secret: string } };
  expect((await ask('session', '', { secret: value.secret })).status).toBe(200);
  expect((await ask('session', '', { secret: value.secret })).status).toBe(403);
});
