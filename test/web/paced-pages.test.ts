import { expect, test } from 'vitest';
import { startBoard } from '../support/start-board.ts';

test('1,200 pages of a board in a minute from one address; then they come later, and elsewhere at once', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], trustProxy: true });
  const page = (address: string, path = '') =>
    fetch(`${board.url}/b/${board.slug}${path}`, { headers: { 'x-forwarded-for': address } });
  for (let asked = 0; asked < 1_200; asked += 50) {
    const got = await Promise.all(Array.from({ length: 50 }, () => page('203.0.113.7')));
    expect(got.every(({ status }) => status === 200)).toBe(true);
    await Promise.all(got.map((response) => response.arrayBuffer()));
  }
  for (const path of ['', '/ergebnis']) {
    const late = await page('203.0.113.7', path);
    expect(late.status).toBe(503);
    expect(late.headers.get('refresh')).toMatch(/^[3-6]$/);
    expect(await late.text()).toContain('lädt gleich von selbst neu');
  }
  expect((await page('203.0.113.8')).status).toBe(200);
});
