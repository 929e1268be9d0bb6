import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClient } from 'redis';
import { expect, test } from 'vitest';
import { madeUpElection } from '../load/made-up-election.ts';
import { redeemLink } from '../load/maker.ts';
import { isFaultless, replay } from '../load/replay-run.ts';
import { compose, readRoot } from '../support/compose.ts';
import { freePort } from '../support/redis-server.ts';
import { silentLog } from '../../server/ops/log.ts';
import { openRedis } from '../../server/store/redis.ts';
import { REDIS_ACL } from '../support/redis-acl.ts';
import { addressesIn } from '../support/redis-store.ts';
import { serve } from '../support/serve.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Turns } from '../support/turns.ts';
import { describeWithOwnRedis } from '../support/with-redis.ts';

const SCRIPT = join(import.meta.dirname, '../../docker/redis.sh');
const SETTINGS = { DOMAIN: 'board.example', REDIS_PASSWORD: '5f0c9b7e' };
const BALLOTS = 1_500;

/** Redis as the Compose file starts it, but for its port and folder. */
async function redisOfCompose(folder: string) {
  const containers = compose(SETTINGS);
  const { environment } = containers.get('redis') ?? {};
  const { REDIS_URL = '' } = containers.get('node')?.environment ?? {};
  const port = await freePort();
  const child = spawn('sh', [SCRIPT, '--port', String(port), '--bind', '127.0.0.1'], {
    cwd: folder,
    env: { ...process.env, ...environment, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const said of child.stdout) if (/ready to accept connections/i.test(String(said))) break;
  child.stdout.resume();
  expect(child.exitCode).toBeNull();
  return {
    url: REDIS_URL.replace('redis:6379', `127.0.0.1:${port}`),
    address: `127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

test('Redis does not start without a password, and says where it is to be set', () => {
  const { status, stderr } = spawnSync('sh', [SCRIPT], {
    env: { ...process.env, REDISCLI_AUTH: '' },
    encoding: 'utf8',
  });
  expect(status).not.toBe(0);
  expect(stderr).toContain('REDIS_PASSWORD is missing in the file .env');
});

test('the user of Redis may what the store is tested with, and nothing else', () => {
  const named = [...readRoot('docker/redis.sh').matchAll(/^rights=['"](?:\$rights )?(.*)['"]$/gm)];
  expect(named.flatMap(([, words = '']) => words.split(' '))).toEqual([...REDIS_ACL]);
});

// Here to be left out where there is no Redis.
describeWithOwnRedis('the containers of the Compose file as plain processes', () => {
  test('[V4] three nodes behind a proxy on one Redis: one ends in the middle of a vote, and all goes on', async () => {
    await using folder = await temporaryFolder();
    await using redis = await redisOfCompose(folder.path);
    const start = () => serve({ folder: folder.path, redis: redis.url });
    await using first = await start();
    await using second = await start();
    await using third = await start();
    await using proxy = await Turns.before([first, second, third]);

    const maker = await redeemLink((first.makerLink ?? '').replace(first.origin, proxy.origin));
    let ending: Promise<void> | null = null;
    const replayed = await replay({
      election: madeUpElection(6, BALLOTS),
      maker,
      phones: 120,
      onProgress(acknowledged) {
        if (acknowledged > BALLOTS / 3) ending ??= second.stop();
      },
    });
    await ending;

    expect(replayed).toSatisfy(isFaultless);
    expect(await second.ended).toContain('code 0');
    // Each had its share before and after.
    expect(Math.min(...proxy.taken)).toBeGreaterThan(50);
    for (const { origin } of [first, third]) expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  });

  // Redis plays its append-only file as the user `default`, and leaves out without a word to anybody what that one may not do.
  test('[V4] what Redis held when it was killed is all there when it starts again', async () => {
    await using folder = await temporaryFolder();
    let held: unknown;
    {
      await using redis = await redisOfCompose(folder.path);
      await using server = await serve({ folder: folder.path, redis: redis.url });
      const maker = await redeemLink(server.makerLink ?? '');
      const replayed = await replay({ election: madeUpElection(3, 50), maker, phones: 10 });
      expect(replayed).toSatisfy(isFaultless);
      held = await contentsOf(redis.url);
    }
    await using redis = await redisOfCompose(folder.path);
    expect(await contentsOf(redis.url)).toEqual(held);
  });

  test('Redis knows nobody without the password, and keeps what it acknowledges', async () => {
    await using folder = await temporaryFolder();
    await using redis = await redisOfCompose(folder.path);
    await expect(asked(`redis://${redis.address}`, 'PING')).rejects.toThrow(/NOAUTH|Authentication/i);
    const url = `redis://mitwerk:${SETTINGS.REDIS_PASSWORD}@${redis.address}`;
    await expect(asked(url, 'CONFIG', 'GET', '*')).rejects.toThrow('NOPERM');
    const about = await asked(url, 'INFO');
    expect(about).toContain('aof_enabled:1');
    expect(about).toContain('maxmemory_policy:noeviction');
  });

  test('the check of the image tells a node that serves from one that does not', async () => {
    await using folder = await temporaryFolder();
    await using node = await serve({ folder: folder.path });
    const [, words = '[]'] = / CMD (\[.*\])$/m.exec(readRoot('Dockerfile')) ?? [];
    const [, flag = '', code = ''] = JSON.parse(words) as string[];
    const check = () =>
      promisify(execFile)(process.execPath, [flag, code.replace('4400', String(node.port))]);
    await expect(check()).resolves.toBeDefined();
    await node.stop();
    await expect(check()).rejects.toMatchObject({ code: 1 });
  });
});

async function contentsOf(url: string) {
  const { store } = await openRedis(addressesIn(url), { log: silentLog });
  await using _ = store;
  const boards = await store.listBoards();
  const tallies = boards.flatMap(({ rounds }) => rounds.map(({ id, run }) => store.readTally(id, run)));
  return { boards, tallies: await Promise.all(tallies) };
}

async function asked(url: string, ...words: string[]): Promise<string> {
  const client = createClient({ url, socket: { reconnectStrategy: false } });
  client.on('error', () => {});
  try {
    await client.connect();
    return String(await client.sendCommand(words));
  } finally {
    if (client.isOpen) client.destroy();
  }
}
