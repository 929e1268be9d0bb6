import { expect, test } from 'vitest';
import { Counters } from '../../server/ops/counters.ts';
import { createMetrics } from '../../server/ops/metrics.ts';
import { readRoot } from '../support/compose.ts';
import { REDIS_ACL } from '../support/redis-acl.ts';

const guide = readRoot('docs/operating.md');

test('every setting of the server and of the Compose file is explained', () => {
  const [table = ''] = guide.split('## Settings\n')[1]?.split('\n## ') ?? [];
  const read = [...readRoot('server/config.ts').matchAll(/^ {2}([A-Z_]{4,}): /gm)].map(([, name]) => name);
  const filledIn = [...readRoot('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
  expect(read).toContain('MITWERK_PORT');
  expect(filledIn).toContain('DOMAIN');
  const names = new Set([...read, ...filledIn]);
  expect([...names].filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
});

test('every figure is explained, and none that there is not', async () => {
  using metrics = createMetrics({
    counters: new Counters(),
    version: 'test',
    sockets: () => 0,
    isReady: async () => true,
  });
  const told = [...(await metrics.text()).matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name);
  const explained = [...guide.matchAll(/\b(?:mitwerk_[a-z_]+|nodejs_\w+|process_\w+)/g)].map(
    ([name]) => name,
  );
  const ours = told.filter((name) => name.startsWith('mitwerk_') && name !== 'mitwerk_build');
  expect(ours.filter((name) => !explained.includes(name))).toEqual([]);
  expect(explained.filter((name) => name !== 'mitwerk_redis' && !told.includes(name))).toEqual([]);
});

test('the rights that Redis is to give are those the store is tested with', () => {
  const [, words = ''] = /^ {4}user mitwerk on >PASSWORD (.*)$/m.exec(guide) ?? [];
  expect(words.split(' ')).toEqual([...REDIS_ACL]);
});
