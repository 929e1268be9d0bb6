import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { isPortTaken, listen } from '../../server/cli/listen.ts';

function aServer() {
  const http = createServer();
  return { http, [Symbol.dispose]: () => void http.close() };
}

test('a taken port leads to the next free one', async () => {
  using first = aServer();
  using second = aServer();
  const taken = await listen(first.http, '127.0.0.1', 0, false);
  const got = await listen(second.http, '127.0.0.1', taken, false);
  expect(got).toBeGreaterThan(taken);
  expect(got).toBeLessThanOrEqual(taken + 20);
});

test('unless this very port was asked for', async () => {
  using first = aServer();
  using second = aServer();
  const taken = await listen(first.http, '127.0.0.1', 0, false);
  const fault = await listen(second.http, '127.0.0.1', taken, true).catch((error: unknown) => error);
  expect(isPortTaken(fault)).toBe(true);
});

test('another fault is not mistaken for a taken port', async () => {
  using server = aServer();
  const fault = await listen(server.http, '203.0.113.1', 0, false).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(Error);
  expect(isPortTaken(fault)).toBe(false);
});
