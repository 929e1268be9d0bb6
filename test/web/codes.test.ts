import { expect, test } from 'vitest';
import { startBoard } from '../support/start-board.ts';
import { askForAck } from './ask.ts';

test('a code is read however it is typed', async () => {
  await using board = await startBoard({ open: false });
  const { joinCode } = board.room().board;
  const [first, last] = [joinCode.slice(0, 3), joinCode.slice(3)];
  for (const typed of [
    joinCode,
    joinCode.toLowerCase(),
    `${first}-${last}`,
    `%20${first} ${last} `,
    `${first}--${last}`,
  ]) {
    expect(await askForAck(board, `/api/code/${typed}`)).toEqual({ ok: true, value: { slug: board.slug } });
  }
});

test('anything else is not found', async () => {
  await using board = await startBoard({ open: false });
  for (const typed of ['AAAAAA', 'AAA', '__proto__', "'%20OR%201=1", '%00', 'x'.repeat(2_000)]) {
    expect(await askForAck(board, `/api/code/${typed}`)).toEqual({ ok: false, no: { code: 'not_found' } });
  }
});
