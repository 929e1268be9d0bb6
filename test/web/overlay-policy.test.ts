import { expect, test } from 'vitest';
import { startBoard } from '../support/start-board.ts';
import { ask } from './ask.ts';

test('the overlay takes the CSS that OBS writes into the page, the stage and other pages do not', async () => {
  await using board = await startBoard({ open: false });
  const stylesOf = async (path: string) => {
    const { headers } = await ask(board, path);
    return headers.get('content-security-policy')?.match(/style-src ([^;]*)/)?.[1];
  };
  expect(await stylesOf('/stage/token?overlay=1&scene=qr')).toBe("'self' 'unsafe-inline'");
  expect(await stylesOf('/stage/token?scene=qr&overlay=1')).toBe("'self' 'unsafe-inline'");
  expect(await stylesOf('/stage/token')).toBe("'self'");
  expect(await stylesOf('/stage/token?overlay=10')).toBe("'self'");
  expect(await stylesOf(`/b/${board.slug}?overlay=1`)).toBe("'self'");
});
