import { expect, test } from 'vitest';
import { openTemporaryRedis } from '../support/redis-store.ts';
import { describeWithRedis, describeWithRedisCluster } from '../support/with-redis.ts';

describeWithRedis('pictures in one Redis', (url) => mediaInRedis(url));
describeWithRedisCluster('pictures in a cluster', (cluster) => mediaInRedis(() => cluster().url));

function mediaInRedis(url: () => string): void {
  test('what was put is read again byte by byte, and only under its name', async () => {
    await using opened = await openTemporaryRedis(url());
    const { media } = opened;
    const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7_919) % 256);
    expect(await media.read('a-480.webp')).toBeNull();
    await media.put('a-480.webp', bytes);
    expect(Buffer.from((await media.read('a-480.webp')) ?? []).equals(Buffer.from(bytes))).toBe(true);
    expect(await media.read('b-480.webp')).toBeNull();
  });

  test('pictures are listed with when they were last put, and gone when removed', async () => {
    await using opened = await openTemporaryRedis(url());
    const { media } = opened;
    const before = Date.now();
    await media.put('a-480.webp', Buffer.from('one'));
    await media.put('b-480.webp', Buffer.from('two'));
    const first = (await media.list()).find(({ name }) => name === 'a-480.webp')?.at ?? 0;
    expect(first).toBeGreaterThanOrEqual(before);
    while (Date.now() === first) await media.read('a-480.webp');
    await media.put('a-480.webp', Buffer.from('one'));
    expect((await media.list()).find(({ name }) => name === 'a-480.webp')?.at).toBeGreaterThan(first);
    await media.remove('a-480.webp');
    await media.remove('a-480.webp');
    expect(await media.read('a-480.webp')).toBeNull();
    expect((await media.list()).map(({ name }) => name)).toEqual(['b-480.webp']);
  });
}
