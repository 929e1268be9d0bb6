import { expect, test } from 'vitest';
import { startBoard } from '../support/start-board.ts';
import { ask, askRaw } from './ask.ts';

test('a page may load from here only, runs nothing inline and is framed by nobody', async () => {
  await using board = await startBoard({ open: false });
  const { headers } = await ask(board, `/b/${board.slug}`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("style-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain(`connect-src 'self' ${board.url.replace('http', 'ws')}`);
  expect(policy).not.toContain('unsafe');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-powered-by')).toBeNull();
});

test('a host cannot smuggle a directive into the policy', async () => {
  await using board = await startBoard({ open: false });
  for (const host of ["x; script-src 'unsafe-inline'", 'x, y', 'a b', '<x>']) {
    expect(await askRaw(board, '/', { host })).toBeLessThan(500);
  }
});

test('every answer under /api is an Ack, also for what does not exist or breaks', async () => {
  await using board = await startBoard({ open: false });
  const json = { 'content-type': 'application/json' };
  const cases = [
    [await ask(board, '/api/nothing'), 404, 'not_found'],
    [await ask(board, '/api/nothing', { method: 'POST' }), 404, 'not_found'],
    [await ask(board, '/api/code/%'), 400, 'command_invalid'],
    [
      await ask(board, '/api/maker/session', { method: 'POST', headers: json, body: '{' }),
      400,
      'command_invalid',
    ],
    [
      await ask(board, '/api/maker/session', {
        method: 'POST',
        headers: json,
        body: `"${'x'.repeat(9_000)}"`,
      }),
      400,
      'command_invalid',
    ],
  ] as const;
  for (const [response, status, code] of cases) {
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ ok: false, no: { code } });
  }
});

test('a fault of the store is answered honestly and tells nothing of the inside', async () => {
  let onFire = false;
  await using board = await startBoard({
    open: false,
    wrapStore: (store) =>
      new Proxy(store, {
        get(target, name) {
          if (onFire && name === 'findBoard')
            return () => Promise.reject(new Error('disk on fire at /secret/path'));
          const part = Reflect.get(target, name);
          return typeof part === 'function' ? part.bind(target) : part;
        },
      }),
  });
  onFire = true;
  const api = await ask(board, '/api/code/K7PX2M');
  expect([api.status, await api.json()]).toEqual([503, { ok: false, no: { code: 'unavailable' } }]);
  const page = await ask(board, '/b/any');
  const html = await page.text();
  expect(page.status).toBe(503);
  expect(html).not.toContain('/secret/path');
  expect(html).toContain('Es ist nichts verloren');
});
