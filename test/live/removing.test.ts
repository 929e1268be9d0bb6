import { expect, test } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { startBoard } from '../support/start-board.ts';

test('[S3] ballots that arrive while a board is being removed do not bring it back', async () => {
  const meanwhile: (() => Promise<unknown>)[] = [];
  const wrapStore = (store: Store): Store => ({
    ...store,
    async removeBoard(boardId) {
      await meanwhile[0]?.();
      await store.removeBoard(boardId);
      await meanwhile[1]?.();
    },
  });
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], seconds: 60, wrapStore });
  const { app, boardId, maker } = board;
  const ana = await board.phone();
  const answers: unknown[] = [];
  const cast = async () => answers.push(await ana.tryCast(['Eiche']));
  meanwhile.push(cast, cast);
  await maker.must('board:remove', { boardId });
  expect(answers).toMatchObject([{ ok: true }, { no: { code: 'not_found' } }]);
  expect(await app.rooms.open(boardId)).toBeNull();
  await board.delivered();
  expect([ana.isGone, maker.isGone]).toEqual([true, true]);
});

test('a board whose removal failed is still there', async () => {
  let fails = true;
  const wrapStore = (store: Store): Store => ({
    ...store,
    async removeBoard(boardId) {
      if (fails) throw new Error('disk full');
      await store.removeBoard(boardId);
    },
  });
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], wrapStore });
  const { boardId, maker } = board;
  const ana = await board.phone();
  expect(await maker.ask('board:remove', { boardId })).toMatchObject({ no: { code: 'unavailable' } });
  await ana.cast('Eiche');
  fails = false;
  await maker.must('board:remove', { boardId });
});
