import { expect, test } from 'vitest';
import type { IdeaSettings } from '../../shared/board-view.ts';
import { CONSENT } from '../../shared/mine.ts';
import { startBoard } from '../support/start-board.ts';

const ideas: IdeaSettings = { whileVoting: true, review: false, pictures: false, each: 5 };
const named = (name: string) => ({ name, consent: CONSENT });

test('[C1] a name is left by who has voted or handed in an idea, with the current consent', async () => {
  await using board = await startBoard({ ideas, rule: { kind: 'approve' } });
  const { boardId } = board;
  const [ana, ben, cem] = [await board.phone(), await board.phone(), await board.phone()];
  expect(await ana.ask('credit:give', { boardId, ...named('Ana') })).toMatchObject({
    no: { code: 'nothing_to_credit' },
  });
  await ana.submit('Haken');
  await board.delivered();
  await ben.cast('Haken');
  expect(await ben.ask('credit:give', { boardId, name: 'Ben', consent: CONSENT + 1 })).toMatchObject({
    no: { code: 'consent_outdated' },
  });
  const { credit } = await ana.must('credit:give', { boardId, ...named('Ana') });
  expect(credit).toMatchObject({ name: 'Ana', consent: CONSENT });
  await ben.must('credit:give', { boardId, ...named('Ben') });

  await cem.cast('Haken');
  await cem.tryCast([]);
  expect(await cem.ask('credit:give', { boardId, ...named('Cem') })).toMatchObject({
    no: { code: 'nothing_to_credit' },
  });
});

test('[C2] a withdrawn name is gone at once from every screen, the stage among them', async () => {
  await using board = await startBoard({ ideas, rule: { kind: 'approve' } });
  const { boardId, maker } = board;
  const [ana, ben, stage] = [await board.phone(), await board.phone(), await board.stage()];
  const ideaId = await ana.submit('Haken');
  await ana.must('credit:give', { boardId, ...named('Ana Anders') });
  await board.delivered();
  await ben.cast('Haken');
  await ben.must('credit:give', { boardId, ...named('Ben') });
  await board.delivered();
  expect(stage.view?.credits).toMatchObject([{ name: 'Ana Anders', ideas: [ideaId] }, { name: 'Ben' }]);
  expect(ben.round.entries).toMatchObject([{ by: 'Ana Anders' }]);
  expect(ben.view?.credits).toEqual([]);
  expect(ana.mine?.credit).toMatchObject({ name: 'Ana Anders' });

  await ana.must('credit:withdraw', { boardId });
  await board.delivered();
  for (const phone of [ana, ben, stage, maker]) {
    expect(JSON.stringify(phone.view)).not.toContain('Anders');
  }
  expect(stage.view?.credits).toMatchObject([{ name: 'Ben' }]);
  expect(ana.mine?.credit).toBeNull();
  const log = await board.store.readLog(boardId);
  expect(JSON.stringify(log)).not.toContain('Anders');
});

test('[C1] a new name replaces the old one on the stage', async () => {
  await using board = await startBoard({ ideas, rule: { kind: 'approve' } });
  const { boardId } = board;
  const [ana, stage] = [await board.phone(), await board.stage()];
  await ana.submit('Haken');
  await ana.must('credit:give', { boardId, ...named('Ana') });
  board.clock.turn(60_000);
  await ana.must('credit:give', { boardId, ...named('Anna') });
  await board.delivered();
  expect(stage.view?.credits.map(({ name }) => name)).toEqual(['Anna']);
});

test('a name is one line that shows, and turns no text around it', async () => {
  await using board = await startBoard({ ideas, rule: { kind: 'approve' } });
  const { boardId } = board;
  const ana = await board.phone();
  await ana.submit('Haken');
  const { credit } = await ana.must('credit:give', { boardId, ...named('Ana\n\u202enegA\u0000') });
  expect(credit.name).toBe('Ana  negA');
  for (const name of ['\u200b', '\u202e', '\u0301']) {
    board.clock.turn(20_000);
    expect(await ana.ask('credit:give', { boardId, ...named(name) })).toMatchObject({
      no: { code: 'command_invalid' },
    });
  }
});
