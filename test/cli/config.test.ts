import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';

test.each([
  [{}, {}, 'data'],
  [{}, { MITWERK_DATA: '/d' }, '/d'],
  [{ folder: '/f' }, { MITWERK_DATA: '/d' }, '/f'],
  [{ demo: true }, {}, 'data/demo'],
  [{ demo: true }, { MITWERK_DATA: '/d' }, '/d/demo'],
  [{ demo: true, folder: '/f' }, {}, '/f'],
])('%j with %j keeps everything in %s', (flags, env, folder) => {
  expect(readConfig(flags, env).folder).toBe(resolve(folder));
});
