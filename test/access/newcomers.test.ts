import { expect, test } from 'vitest';
import { startBoard } from '../support/start-board.ts';

test('[P3] six hundred new devices from one address, over pages and sockets together; then the next ones wait', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], trustProxy: true });
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const page = async (address: string) =>
    (await fetch(`${board.url}/b/${board.slug}`, { headers: from(address) })).headers.getSetCookie().length;

  const early = await board.phone({ headers: from('203.0.113.7') });
  for (let i = 1; i < 600; i += 1) expect(await page('203.0.113.7')).toBe(1);
  expect(await page('203.0.113.7')).toBe(0);

  const late = await board.phone({ headers: from('203.0.113.7') });
  expect(await late.tryCast(['Eiche'])).toMatchObject({ no: { code: 'too_many_devices' } });
  const elsewhere = await board.phone({ headers: from('203.0.113.8') });
  await elsewhere.cast('Eiche');
  await early.cast('Eiche');
  const known = await board.phone({ device: early.joined?.device ?? '', headers: from('203.0.113.7') });
  await known.tryCast(['Nuss'], { rev: 9 });
  await board.tick();
  expect(known.tally).toEqual({ Eiche: 1, Nuss: 1 });
});

test('[P3] whoever comes by a proxy on this machine is limited, also where the server was not told of it', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const cookiesOf = async (headers: Record<string, string>) =>
    (await fetch(`${board.url}/b/${board.slug}`, { headers })).headers.getSetCookie().length;
  for (let i = 0; i < 600; i += 1) await cookiesOf({ 'x-forwarded-for': `203.0.113.${i % 250}` });
  expect(await cookiesOf({ 'x-forwarded-for': '203.0.113.7' })).toBe(0);
  expect(await cookiesOf({})).toBe(1);
});
