import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { startBoard, type TestBoard } from '../support/start-board.ts';

/** `fetch` would unpack by itself. */
function raw(board: TestBoard, path: string, accepted?: string) {
  return new Promise<{ encoding: string | undefined; vary: string | undefined; body: Buffer }>(
    (resolve, reject) => {
      const headers = accepted === undefined ? {} : { 'accept-encoding': accepted };
      const asking = request(`${board.url}${path}`, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () => {
          const { 'content-encoding': encoding, vary } = response.headers;
          resolve({ encoding, vary, body: Buffer.concat(chunks) });
        });
      });
      asking.once('error', reject);
      asking.end();
    },
  );
}

test('a page is compressed where the browser takes it, and says so to caches', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const path = `/b/${board.slug}`;
  const plain = await raw(board, path);
  expect(plain).toMatchObject({ encoding: undefined, vary: expect.stringContaining('Accept-Encoding') });
  const packed = await raw(board, path, 'gzip, deflate, br');
  expect(packed.encoding).toBe('gzip');
  expect(gunzipSync(packed.body).toString()).toContain('"title":"Eiche"');
  expect(packed.body.length).toBeLessThan(plain.body.length / 2);
  expect((await raw(board, path, 'br, gzip;q=0.1')).encoding).toBe('gzip');
});

test.each(['identity', 'br', 'gzip;q=0'])('%s gets the page as it is', async (accepted) => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const { encoding, body } = await raw(board, `/b/${board.slug}`, accepted);
  expect(encoding).toBeUndefined();
  expect(body.toString()).toContain('<!doctype html>');
});

test('a page that fits into one packet anyway is left alone', async () => {
  await using board = await startBoard({ open: false });
  expect((await raw(board, '/studio', 'gzip')).encoding).toBeUndefined();
});
