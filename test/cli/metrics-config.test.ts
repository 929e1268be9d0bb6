import { expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';

const TOKEN = '0123456789abcdef';

test.each([
  [{}, null],
  [{ MITWERK_METRICS_PORT: '9464' }, { port: 9464, host: '127.0.0.1', token: null }],
  [
    { MITWERK_METRICS_PORT: '0', MITWERK_METRICS_HOST: '::1' },
    { port: 0, host: '::1', token: null },
  ],
  [{ MITWERK_METRICS_TOKEN: TOKEN }, { port: null, host: '127.0.0.1', token: TOKEN }],
  [
    { MITWERK_METRICS_PORT: '1', MITWERK_METRICS_TOKEN: TOKEN },
    { port: 1, host: '127.0.0.1', token: TOKEN },
  ],
  // As a compose file hands on what nobody set.
  [{ MITWERK_METRICS_PORT: '', MITWERK_METRICS_HOST: '', MITWERK_METRICS_TOKEN: '' }, null],
])('%j keeps figures at %j', (env, metrics) => {
  expect(readConfig({}, env).metrics).toEqual(metrics);
});

test.each([
  ['MITWERK_METRICS_PORT', '65536'],
  ['MITWERK_METRICS_TOKEN', 'short'],
  ['MITWERK_DRAIN_SECONDS', '-1'],
  ['MITWERK_DRAIN_SECONDS', '301'],
  ['MITWERK_DRAIN_SECONDS', 'soon'],
])('%s=%s is refused by its name', (name, value) => {
  expect(() => readConfig({}, { [name]: value })).toThrow(name);
});

test('a server stops at once unless it is told how long to go on', () => {
  expect(readConfig({}, {}).drainMs).toBe(0);
  expect(readConfig({}, { MITWERK_DRAIN_SECONDS: '2.5' }).drainMs).toBe(2_500);
});

test('what is set to nothing counts as not set', () => {
  const empty = { MITWERK_PORT: '', MITWERK_HOST: '', MITWERK_PUBLIC_URL: '', MITWERK_TRUST_PROXY: '' };
  expect(readConfig({}, empty)).toEqual(readConfig({}, {}));
});
