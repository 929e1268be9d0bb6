import { expect, test } from 'vitest';
import { startBoard, type TestBoard } from '../support/start-board.ts';
import { ask, askForAck } from './ask.ts';

const DRAFTS = ['Eiche', 'Nussbaum'];

async function closed(): Promise<TestBoard> {
  const board = await startBoard({ drafts: DRAFTS });
  await (await board.phone()).cast('Eiche');
  await board.maker.must('round:close', { boardId: board.boardId, roundId: board.roundId });
  return board;
}

async function archive(board: TestBoard): Promise<Buffer> {
  const response = await ask(board, `/api/boards/${board.boardId}/archive.zip`, { asMaker: true });
  return Buffer.from(await response.arrayBuffer());
}

const restore = (board: TestBoard, body: Uint8Array) =>
  askForAck<{ boardId: string; slug: string }>(board, '/api/boards/restore', {
    method: 'POST',
    asMaker: true,
    body,
  });

test('[X1] the maker takes a board to another server, and it is there with all its votes', async () => {
  await using here = await closed();
  await using there = await startBoard({ open: false });
  const response = await ask(here, `/api/boards/${here.boardId}/archive.zip`, { asMaker: true });
  expect(response.headers.get('content-type')).toBe('application/zip');
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename=${here.slug}.zip`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const zip = Buffer.from(await response.arrayBuffer());

  await there.maker.must('board:remove', { boardId: there.boardId });
  expect(await restore(there, zip)).toEqual({
    ok: true,
    value: { boardId: here.boardId, slug: here.slug },
  });
  const room = await there.app.rooms.open(here.boardId);
  expect(room?.tally(here.roundId)).toEqual(here.room().tally(here.roundId));
  expect((await ask(there, `/b/${here.slug}`)).status).toBe(200);
  const again = await ask(there, `/api/boards/${here.boardId}/archive.zip`, { asMaker: true });
  expect(Buffer.from(await again.arrayBuffer()).equals(zip)).toBe(true);
});

test('[X1] [X3] a removed board comes back, and what is here is not restored over', async () => {
  await using board = await closed();
  const zip = await archive(board);
  const here = await restore(board, zip);
  expect(here).toEqual({ ok: false, no: { code: 'board_exists' } });
  await board.maker.must('board:remove', { boardId: board.boardId });
  expect(await restore(board, zip)).toMatchObject({ ok: true });
  const seen = await board.connect().join({ slug: board.slug, as: 'follower' });
  expect(seen.view?.rounds[0]?.tally).toMatchObject({ ballots: 1, counts: [1, 0] });
});

test('[S2] the link of another board is not taken over', async () => {
  await using here = await closed();
  await using there = await startBoard({ open: false });
  expect(there.slug).toBe(here.slug);
  expect(await restore(there, await archive(here))).toEqual({ ok: false, no: { code: 'slug_taken' } });
});

test('[X3] nothing is exported while a round is open', async () => {
  await using board = await startBoard({ drafts: DRAFTS });
  const response = await ask(board, `/api/boards/${board.boardId}/archive.zip`, { asMaker: true });
  expect([response.status, await response.json()]).toEqual([
    409,
    { ok: false, no: { code: 'round_wrong_status' } },
  ]);
});

test('only the maker exports and restores, and restores from an own page only', async () => {
  await using board = await closed();
  const path = `/api/boards/${board.boardId}/archive.zip`;
  expect((await ask(board, path)).status).toBe(403);
  expect((await ask(board, '/api/boards/nothing/archive.zip', { asMaker: true })).status).toBe(404);
  const put = { method: 'POST', body: Buffer.from('x') };
  expect((await ask(board, '/api/boards/restore', put)).status).toBe(403);
  const foreign = { ...put, asMaker: true, origin: 'https://evil.example' };
  expect((await ask(board, '/api/boards/restore', foreign)).status).toBe(403);
});

test('what is no archive is refused, and what is too large unread', async () => {
  await using board = await startBoard({ open: false });
  const unreadable = { ok: false, no: { code: 'archive_not_readable' } };
  expect(await restore(board, Buffer.from('no ZIP'))).toEqual(unreadable);
  const response = await ask(board, '/api/boards/restore', {
    method: 'POST',
    asMaker: true,
    body: Buffer.alloc(201 * 1024 * 1024),
  });
  expect([response.status, await response.json()]).toEqual([415, unreadable]);
});

test('the schema of an archive is there for whoever reads it by program', async () => {
  await using board = await startBoard({ open: false });
  const schema = await (await ask(board, '/api/schema/board.json')).json();
  expect(schema).toMatchObject({ title: 'Mitwerk board', additionalProperties: false });
});
