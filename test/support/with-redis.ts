import { afterAll, beforeAll, describe, test } from 'vitest';
import { startRedisCluster, type RedisNodes } from './redis-cluster.ts';
import { findRedis, type RedisServer, startRedis } from './redis-server.ts';

/** Tests against a Redis, which need not be theirs alone: the one named by REDIS_URL, else one that is started. */
export function describeWithRedis(name: string, define: (url: () => string) => void): void {
  const { REDIS_URL } = process.env;
  if (REDIS_URL) describe(name, () => define(() => REDIS_URL));
  else describeWith<RedisServer>(name, startRedis, (redis) => define(() => redis().url));
}

/**
 * With `everysec`, Redis answers before it has written anything while an earlier fsync is under way, up to two seconds
 * long: killed then, it loses what it answered.
 */
const ALWAYS = ['--appendfsync', 'always'];

/** Tests that kill, empty and freeze the Redis they start. */
export function describeWithOwnRedis(name: string, define: (redis: () => RedisServer) => void): void {
  describeWith(name, () => startRedis(...ALWAYS), define);
}

export function describeWithRedisCluster(name: string, define: (cluster: () => RedisNodes) => void): void {
  describeWith(name, () => startRedisCluster(...ALWAYS), define);
}

/**
 * Without Redis they are left out, and that is said aloud; where `REQUIRE_REDIS` or `CI` is set, leaving out is a
 * failure.
 */
function describeWith<Started extends AsyncDisposable>(
  name: string,
  start: () => Promise<Started>,
  define: (started: () => Started) => void,
): void {
  if (findRedis() !== null) {
    describe(name, () => {
      let started: Started | null = null;
      beforeAll(async () => {
        started = await start();
      });
      afterAll(() => started?.[Symbol.asyncDispose]());
      define(() => {
        if (!started) throw new Error('Redis has not been started');
        return started;
      });
    });
    return;
  }
  const required = Boolean(process.env.REQUIRE_REDIS || process.env.CI);
  test(`${name}: ${required ? 'needs' : 'LEFT OUT, because there is no'} Redis`, () => {
    const advice = 'No Redis found: put redis-server or valkey-server on the PATH.';
    if (required) throw new Error(advice);
    process.stderr.write(`\n*** LEFT OUT: ${name}. ${advice}\n`);
  });
}
