import { expect, test } from 'vitest';
import { SharedBytes } from '../../server/web/shared-bytes.ts';

function counted() {
  let reads = 0;
  const bytes = new SharedBytes(async (name) => {
    reads += 1;
    if (name === 'broken') throw new Error('away');
    return name === 'none' ? null : new TextEncoder().encode(name);
  });
  return { bytes, reads: () => reads };
}

test('whoever asks while another one still reads gets the same bytes', async () => {
  const { bytes, reads } = counted();
  const [first, second] = await Promise.all([bytes.get('a'), bytes.get('a')]);
  const third = await bytes.get('a');
  expect(String(first)).toBe('a');
  expect(second).toBe(first);
  expect(third).toBe(first);
  expect(reads()).toBe(1);
  expect(String(await bytes.get('b'))).toBe('b');
});

test('what is not there, or could not be read, is asked for anew', async () => {
  const { bytes, reads } = counted();
  expect([await bytes.get('none'), await bytes.get('none')]).toEqual([null, null]);
  await expect(bytes.get('broken')).rejects.toThrow('away');
  await expect(bytes.get('broken')).rejects.toThrow('away');
  expect(reads()).toBe(4);
});
