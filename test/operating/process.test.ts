import { once } from 'node:events';
import { expect, test } from 'vitest';
import { type Served, serve } from '../support/serve.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { describeWithOwnRedis } from '../support/with-redis.ts';

/** What it prints from now on, up to the first line that fits. */
async function says(server: Served, line: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = line.exec(server.printed());
    if (found) return found;
    await Promise.race([
      once(server.child.stdout ?? server.child, 'data'),
      once(server.child.stderr ?? server.child, 'data'),
    ]);
  }
}

test('told to stop, a server says that it is not ready before it lets anybody go', async () => {
  await using folder = await temporaryFolder();
  await using server = await serve({ folder: folder.path, env: { MITWERK_DRAIN_SECONDS: '300' } });
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  server.child.kill('SIGTERM');
  await says(server, /Mitwerk (hört auf|stops)/);
  const ready = await fetch(`${server.origin}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { ready: false, because: 'this server stops' }]);
  expect((await fetch(`${server.origin}/`)).status).toBe(200);
});

test('told to stop, a server that nobody waits for ends at once and cleanly', async () => {
  await using folder = await temporaryFolder();
  await using server = await serve({ folder: folder.path });
  server.child.kill('SIGTERM');
  expect(await server.ended).toContain('code 0');
});

test('figures have a port of their own, where nothing else is to be had', async () => {
  await using folder = await temporaryFolder();
  await using server = await serve({ folder: folder.path, env: { MITWERK_METRICS_PORT: '0' } });
  const [, port] = await says(server, /"port":(\d+),"msg":"figures are to be read/);
  const origin = `http://127.0.0.1:${port}`;
  expect(await (await fetch(`${origin}/metrics`)).text()).toContain('mitwerk_ready 1\n');
  expect((await fetch(`${origin}/`)).status).toBe(404);
  expect((await fetch(`${origin}/metrics`, { method: 'POST' })).status).toBe(404);
  expect((await fetch(`${server.origin}/metrics`)).status).toBe(404);
});

test('a port for figures that is taken is a sentence, not a stack', async () => {
  await using folder = await temporaryFolder();
  await using server = await serve({ folder: folder.path });
  await using other = await temporaryFolder();
  const env = { MITWERK_METRICS_PORT: String(server.port) };
  const fault = await serve({ folder: other.path, env }).catch(String);
  expect(fault).toMatch(/(Einstellung stimmt nicht|setting is wrong): MITWERK_METRICS_PORT\n/);
  expect(fault).not.toContain(' at ');
});

describeWithOwnRedis('a server with Redis', (redis) => {
  test('[S6] says why it is not ready, and never has itself restarted for it', async () => {
    await using folder = await temporaryFolder();
    await using server = await serve({ folder: folder.path, redis: redis().url });
    const readiness = async () => (await fetch(`${server.origin}/readyz`)).json();
    const isAlive = async () => (await fetch(`${server.origin}/healthz`)).ok;
    expect(await readiness()).toMatchObject({ ready: true });

    await redis().kill();
    expect(await readiness()).toEqual({ ready: false, because: 'the store does not answer' });
    expect(await isAlive()).toBe(true);

    await redis().start();
    await says(server, /Redis is back/);
    expect(await readiness()).toMatchObject({ ready: true });

    await redis().flush();
    expect(await readiness()).toMatchObject({ because: expect.stringContaining('Redis was emptied') });
    expect(await isAlive()).toBe(true);
    await says(server, /Redis was emptied/);
  });
});
