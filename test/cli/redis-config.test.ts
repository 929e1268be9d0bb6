import { expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';

test.each([
  ['redis://redis', [{ socket: { host: 'redis', port: 6379 } }]],
  ['redis://[::1]:7000/3', [{ database: 3, socket: { host: '::1', port: 7000 } }]],
  [
    'rediss://ida:p%40ss@r.example:1',
    [{ username: 'ida', password: 'p@ss', socket: { host: 'r.example', port: 1, tls: true } }],
  ],
  ['redis://a, redis://b:2', [{ socket: { host: 'a', port: 6379 } }, { socket: { host: 'b', port: 2 } }]],
  ['', null],
])('REDIS_URL=%s is read', (REDIS_URL, redis) => {
  expect(readConfig({}, { REDIS_URL }).redis).toEqual(redis);
});

test.each(['localhost:6379', 'http://redis', 'redis://', 'redis://a/b', 'redis://a,b', 'redis://ida:100%@a'])(
  'REDIS_URL=%s is refused by its name, without what stands in it',
  (REDIS_URL) => {
    expect(() => readConfig({}, { REDIS_URL })).toThrow('REDIS_URL');
  },
);

test('the demo has keys of its own', () => {
  expect(readConfig({ demo: true }, {}).redisPrefix).not.toBe(readConfig({}, {}).redisPrefix);
});
