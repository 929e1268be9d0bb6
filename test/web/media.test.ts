import { expect, test } from 'vitest';
import type { Picture } from '../../shared/entry.ts';
import { photos } from '../support/photos.ts';
import { startBoard } from '../support/start-board.ts';
import { ask, askForAck, askRaw } from './ask.ts';

test('a picture is asked for once and kept for ever', async () => {
  await using board = await startBoard({ open: false });
  const body = await photos.jpeg(40, 30);
  const ack = await askForAck<Picture>(board, '/api/pictures', { method: 'PUT', asMaker: true, body });
  const { hash } = ack.ok ? ack.value : { hash: '' };
  const { status, headers } = await ask(board, `/media/${hash}-480.webp`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('image/webp');
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('set-cookie')).toBeNull();
});

test('no path leads out of the pictures', async () => {
  await using board = await startBoard({ open: false });
  const hash = 'a'.repeat(32);
  for (const name of [
    '../mitwerk.db',
    '..%2f..%2fmitwerk.db',
    '..%5cmitwerk.db',
    '%2e%2e/mitwerk.db',
    `${hash}-480.webp%00.txt`,
    `${hash}-480.webp/../x`,
    `${hash}-999.webp`,
    `${hash.toUpperCase()}-480.webp`,
    `${hash}-480.webp`,
    '__proto__',
    '',
  ]) {
    expect([name, await askRaw(board, `/media/${name}`)]).toEqual([name, 404]);
  }
});
