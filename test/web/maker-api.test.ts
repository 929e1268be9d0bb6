import { expect, test } from 'vitest';
import { startBoard, type TestBoard } from '../support/start-board.ts';
import { ask, type Asked } from './ask.ts';

const PATH = '/api/maker/session';

function redeem(board: TestBoard, body: unknown, asked: Asked = {}): Promise<Response> {
  return ask(board, PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...asked,
  });
}

test('a link’s secret becomes a session, and the session ends', async () => {
  await using board = await startBoard({ open: false });
  const secret = await board.app.makers.newLink();
  const opened = await redeem(board, { secret });
  expect(await opened.json()).toEqual({ ok: true, value: {} });
  const set = opened.headers.get('set-cookie') ?? '';
  expect(set).toMatch(/^mw_m=[^;]+; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Strict$/);
  expect(set).not.toContain(secret);

  const headers = { cookie: set.split(';')[0] ?? '' };
  expect((await ask(board, PATH, { headers })).status).toBe(200);
  const ended = await ask(board, PATH, { method: 'DELETE', headers });
  expect(ended.headers.get('set-cookie')).toContain('mw_m=; Path=/; Max-Age=0');
  expect((await ask(board, PATH, { headers })).status).toBe(403);
});

test('[A3] a used, late or made-up link is expired', async () => {
  await using board = await startBoard({ open: false });
  const used = await board.app.makers.newLink();
  const late = await board.app.makers.newLink();
  await redeem(board, { secret: used });
  board.clock.turn(30 * 60_000);
  for (const secret of [used, late, 'made-up']) {
    const response = await redeem(board, { secret });
    expect([response.status, await response.json()]).toEqual([
      403,
      { ok: false, no: { code: 'link_expired' } },
    ]);
  }
});

test('odd bodies are refused and nothing else', async () => {
  await using board = await startBoard({ open: false });
  const secret = await board.app.makers.newLink();
  for (const body of [
    null,
    [],
    'x',
    {},
    { secret: 7 },
    { secret: '' },
    { secret, more: 1 },
    { secret: [secret] },
  ]) {
    expect((await redeem(board, body)).status).toBe(400);
  }
  const polluting = await redeem(board, null, { body: `{"secret":"x","__proto__":{"ok":true}}` });
  expect([400, 403]).toContain(polluting.status);
  expect((await redeem(board, { secret }, { headers: { 'content-type': 'text/plain' } })).status).toBe(400);
  expect((await redeem(board, { secret })).status).toBe(200);
});

test('another site can neither log the maker in nor out', async () => {
  await using board = await startBoard({ open: false });
  const secret = await board.app.makers.newLink();
  for (const origin of ['https://evil.example', 'null', null]) {
    expect((await redeem(board, { secret }, { origin })).status).toBe(403);
    expect((await ask(board, PATH, { method: 'DELETE', asMaker: true, origin })).status).toBe(403);
  }
  expect((await ask(board, PATH, { asMaker: true })).status).toBe(200);
});

test('guessing is slowed down', async () => {
  await using board = await startBoard({ open: false });
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 61; attempt += 1) {
    statuses.push((await redeem(board, { secret: `guess-${attempt}` })).status);
  }
  expect(statuses.slice(0, 60).every((status) => status === 403)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
});
