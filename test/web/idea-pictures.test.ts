import { expect, test } from 'vitest';
import type { Picture } from '../../shared/entry.ts';
import { photos } from '../support/photos.ts';
import { startBoard, type TestBoard } from '../support/start-board.ts';
import { ask, askForAck } from './ask.ts';

const IDEAS = { whileVoting: false, review: false, pictures: true, each: 3 };

/** A board that collects ideas, and the cookie of somebody who has it open. */
async function collecting(settings = IDEAS) {
  const board = await startBoard({ ideas: settings, open: false });
  const { boardId, roundId } = board;
  await board.maker.must('round:collect', { boardId, roundId, collect: true });
  return board;
}

async function somebody(board: TestBoard): Promise<string> {
  const response = await ask(board, `/b/${board.slug}`);
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

function upload(board: TestBoard, body: Uint8Array, headers: Record<string, string>, origin?: string) {
  const path = `/api/boards/${board.boardId}/idea-pictures`;
  return askForAck<Picture>(board, path, {
    method: 'PUT',
    body,
    headers,
    ...(origin !== undefined && { origin }),
  });
}

test('somebody who takes part hands in a picture, by the cookie or by the token that is kept', async () => {
  await using board = await collecting();
  const cookie = await somebody(board);
  const ack = await upload(board, await photos.jpeg(300, 200), { cookie });
  expect(ack).toMatchObject({ ok: true, value: { width: 300, height: 200 } });
  const { hash } = ack.ok ? ack.value : { hash: '' };
  expect((await ask(board, `/media/${hash}-480.webp`)).status).toBe(200);

  const device = cookie.replace('mw_p=', '');
  expect(await upload(board, await photos.jpeg(30, 20), { 'x-device': device })).toMatchObject({ ok: true });
});

test('nobody else, and from no other site', async () => {
  await using board = await collecting();
  const body = await photos.jpeg(30, 20);
  const cookie = await somebody(board);
  const refused = { ok: false, no: { code: 'not_allowed' } };
  expect(await upload(board, body, {})).toEqual(refused);
  expect(await upload(board, body, { cookie: 'mw_p=forged.1.x' })).toEqual(refused);
  expect(await upload(board, body, { cookie }, 'https://evil.example')).toEqual(refused);
});

test('only while ideas with pictures are collected', async () => {
  await using plain = await collecting({ ...IDEAS, pictures: false });
  await using board = await collecting();
  const body = await photos.jpeg(30, 20);
  const closed = { ok: false, no: { code: 'ideas_closed' } };
  expect(await upload(plain, body, { cookie: await somebody(plain) })).toEqual(closed);
  const { boardId, roundId } = board;
  await board.maker.must('round:collect', { boardId, roundId, collect: false });
  expect(await upload(board, body, { cookie: await somebody(board) })).toEqual(closed);
});

test('six in ten minutes, and then others still may', async () => {
  await using board = await collecting();
  const body = await photos.jpeg(30, 20);
  const cookie = await somebody(board);
  for (let picture = 0; picture < 6; picture += 1) {
    expect(await upload(board, body, { cookie })).toMatchObject({ ok: true });
  }
  expect(await upload(board, body, { cookie })).toEqual({ ok: false, no: { code: 'too_fast' } });
  expect(await upload(board, body, { cookie: await somebody(board) })).toMatchObject({ ok: true });
});

test('what is no picture, or of no board, is refused', async () => {
  await using board = await collecting();
  const cookie = await somebody(board);
  expect(await upload(board, photos.svg(), { cookie })).toEqual({
    ok: false,
    no: { code: 'picture_not_readable' },
  });
  const elsewhere = await ask(board, '/api/boards/nothing/idea-pictures', {
    method: 'PUT',
    body: await photos.jpeg(30, 20),
    headers: { cookie },
  });
  expect(elsewhere.status).toBe(404);
});

test('an idea comes with a picture that is kept here and is what it says, or not at all', async () => {
  await using board = await collecting();
  const ana = await board.phone();
  const device = ana.joined?.device ?? '';
  const ack = await upload(board, await photos.jpeg(300, 200), { 'x-device': device });
  if (!ack.ok) throw new Error(ack.no.code);
  const picture = ack.value;
  const no = { ok: false, no: { code: 'picture_not_readable' } };
  expect(await ana.trySubmit('Breiter', { picture: { ...picture, width: 400 } })).toMatchObject(no);
  const unknown = { ...picture, hash: 'a'.repeat(32) };
  expect(await ana.trySubmit('Fremd', { picture: unknown })).toMatchObject(no);
  expect(await ana.trySubmit('Haken', { picture })).toMatchObject({ ok: true });
});
