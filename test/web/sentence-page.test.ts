import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type TestBoard, startBoard } from '../support/start-board.ts';
import { ask } from './ask.ts';

test('a page in a bad moment says so in the reader’s language, comes back by itself, and at a tap', async () => {
  await using board = await startBoard({ open: false });
  breakDown(board);
  for (const [language, title, again] of [
    ['de', 'Gerade klemmt es bei uns', 'Noch einmal versuchen'],
    ['en', 'Something is stuck on our side', 'Try again'],
  ] as const) {
    const response = await ask(board, '/b/any', { headers: { 'accept-language': language } });
    expect(response.status).toBe(503);
    expect(response.headers.get('refresh')).toMatch(/^[3-6]$/);
    const html = await response.text();
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(`<a href="">${again}</a>`);
    expect(html).toContain('name="viewport"');
  }
});

test('it looks like the rest without a file of its own: its policy lets in this one style and nothing else', async () => {
  await using board = await startBoard({ open: false });
  breakDown(board);
  const response = await ask(board, '/b/any');
  const html = await response.text();
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  expect(style).toContain('prefers-color-scheme: dark');
  const policy = response.headers.get('content-security-policy') ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(policy).toContain(`style-src 'sha256-${hash}'`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(html).not.toMatch(/src=|<link|<script|url\(/);
});

test('an address that cannot be read leads to the start', async () => {
  await using board = await startBoard({ open: false });
  const response = await ask(board, '/b/%');
  const html = await response.text();
  expect(response.status).toBe(400);
  expect(response.headers.get('refresh')).toBeNull();
  expect(html).toContain('<h1>Diese Seite gibt es nicht</h1>');
  expect(html).toContain('<a href="/">Zur Startseite</a>');
});

test('an overlay over the stream covers nothing and says nothing, and comes back by itself', async () => {
  await using board = await startBoard({ open: false });
  breakDown(board);
  const response = await ask(board, '/stage/any?overlay=1');
  const html = await response.text();
  expect(response.status).toBe(503);
  expect(response.headers.get('refresh')).toMatch(/^[3-6]$/);
  expect(html).not.toMatch(/klemmt|<style|<p|<h1/);
});

/** From now on the store finds no board, nor none. */
function breakDown(board: TestBoard): void {
  board.app.rooms.find = () => Promise.reject(new Error('disk on fire'));
}
