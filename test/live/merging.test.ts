import { expect, test } from 'vitest';
import type { IdeaSettings } from '../../shared/board-view.ts';
import type { Store } from '../../server/store/store.ts';
import { startBoard, type TestBoard } from '../support/start-board.ts';

const ideas: IdeaSettings = { whileVoting: true, review: false, pictures: false, each: 5 };

/** Three ideas: ana supports the first two, ben the second, cem the third. */
async function startIdeas(wrapStore?: (store: Store) => Store) {
  const board = await startBoard({ ideas, rule: { kind: 'approve' }, ...(wrapStore && { wrapStore }) });
  const [ana, ben, cem] = [await board.phone(), await board.phone(), await board.phone()];
  const ids = [await ana.submit('Rollen'), await ben.submit('Räder'), await cem.submit('Haken')];
  await board.delivered();
  await ana.cast('Rollen', 'Räder');
  await ben.cast('Räder');
  await cem.cast('Haken');
  await board.tick();
  return { board, ana, ben, cem, ids: ids as [string, string, string] };
}

test('[M4] supporters of merged ideas are united on every screen, nobody counted twice; splitting undoes it', async () => {
  const { board, ana, ben, cem, ids } = await startIdeas();
  await using _ = board;
  const { boardId, maker } = board;
  const [wheels, castors, hook] = ids;
  expect(cem.tally).toEqual({ Rollen: 1, Räder: 2, Haken: 1 });

  await maker.must('idea:merge', { boardId, ideaIds: [wheels], into: castors });
  await board.delivered();
  for (const phone of [ana, ben, cem, maker]) expect(phone.tally).toEqual({ Räder: 2, Haken: 1 });
  expect(ana.mine?.ideas).toMatchObject([{ id: wheels, state: 'merged', into: castors }]);

  await cem.cast('Haken', 'Räder');
  await board.tick();
  expect(ana.tally).toEqual({ Räder: 3, Haken: 2 - 1 });
  await maker.must('idea:split', { boardId, ideaId: wheels });
  await board.delivered();
  for (const phone of [ana, ben, cem]) expect(phone.tally).toEqual({ Rollen: 1, Räder: 3, Haken: 1 });

  await maker.must('idea:merge', { boardId, ideaIds: [castors], into: hook });
  await ben.must('idea:erase', { boardId, ideaId: castors });
  await cem.must('idea:erase', { boardId, ideaId: hook });
  await board.tick();
  expect(ana.tally).toMatchObject({ Rollen: 1 });
  expect(await isRecounted(board)).toBe(true);
});

test('[M6] no act of moderation changes a ballot', async () => {
  const { board, ana, ids } = await startIdeas();
  await using _ = board;
  const { boardId, roundId, maker, store } = board;
  const [wheels, castors, hook] = ids;
  const { participant } = await ana.must('mine:read', { boardId });
  const before = await store.readBallots(boardId, participant);
  expect(before).toMatchObject([{ entries: [wheels, castors] }]);

  await maker.must('idea:fold', { boardId, ideaId: hook, reason: 'spam', sentence: 'Werbung.' });
  await maker.must('idea:unfold', { boardId, ideaId: hook });
  await maker.must('idea:merge', { boardId, ideaIds: [wheels], into: castors });
  await maker.must('idea:split', { boardId, ideaId: wheels });
  await maker.must('idea:bury', { boardId, ideaId: wheels, sentence: 'Rechtswidrig.' });
  await maker.must('round:collect', { boardId, roundId, collect: false, confirmed: true });
  expect(await store.readBallots(boardId, participant)).toEqual(before);
  expect(await isRecounted(board)).toBe(true);
});

test('[M7] every act is in the log, newest first, for the maker only and without anybody’s words', async () => {
  const { board, ana, ids } = await startIdeas();
  await using _ = board;
  const { boardId, maker } = board;
  const [wheels, castors] = ids;
  await maker.must('idea:fold', { boardId, ideaId: castors, reason: 'spam', sentence: 'Werbung.' });
  await ana.must('idea:erase', { boardId, ideaId: wheels });
  const log = await maker.must('board:log', { boardId });
  expect(log.slice(0, 3)).toMatchObject([
    { act: 'erased', ideaIds: [wheels] },
    { act: 'folded', ideaIds: [castors], reason: 'spam', sentence: 'Werbung.' },
    { act: 'idea-added' },
  ]);
  expect(log.at(-1)).toMatchObject({ seq: 1, act: 'board-created' });
  expect(JSON.stringify(log)).not.toMatch(/Räder|Rollen/);
  expect(await ana.ask('board:log', { boardId })).toMatchObject({ no: { code: 'not_allowed' } });
});

test('a tally that cannot be read again does not hold up the board: the next ballot brings it', async () => {
  let broken = false;
  const { board, ana, ben, ids } = await startIdeas((store) => ({
    ...store,
    readTally: (...given) => (broken ? Promise.reject(new Error('disk full')) : store.readTally(...given)),
  }));
  await using _ = board;
  const [wheels, castors] = ids;
  broken = true;
  await board.maker.must('idea:merge', { boardId: board.boardId, ideaIds: [wheels], into: castors });
  broken = false;
  await ben.cast('Räder', 'Haken');
  await board.tick();
  expect(ana.tally).toEqual({ Räder: 2, Haken: 2 });
});

async function isRecounted({ store, roundId }: TestBoard): Promise<boolean> {
  const [told, counted] = [await store.readTally(roundId, 1), await store.recount(roundId, 1)];
  expect(Object.fromEntries(told.counts)).toEqual(Object.fromEntries(counted.counts));
  return told.ballots === counted.ballots;
}
