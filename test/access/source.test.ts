import { expect, test } from 'vitest';
import { sourceOf } from '../../server/access/source.ts';

test.each([
  ['192.168.0.12', '192.168.0.12'],
  ['::ffff:192.168.0.12', '192.168.0.12'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  [undefined, 'unknown'],
])('%s counts as %s', (address, source) => {
  expect(sourceOf(address)).toBe(source);
});
