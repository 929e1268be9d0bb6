import { expect, test } from 'vitest';
import { startBoard } from '../support/start-board.ts';

test('[V3] a second ballot replaces the first', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  await ana.cast('Eiche');
  await ana.cast('Nuss');
  await board.tick();
  expect(ana.tally).toEqual({ Nuss: 1 });
  expect(ana.round.tally.ballots).toBe(1);
});

test('[V3] the same ballot sent again counts once, and is acknowledged again', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  const first = await ana.tryCast(['Eiche'], { rev: 7 });
  const again = await ana.tryCast(['Eiche'], { rev: 7 });
  expect(again).toEqual(first);
  await board.tick();
  expect(ana.tally).toEqual({ Eiche: 1 });
});

test('[V3] a ballot that arrives late is answered with the one that counts', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  await ana.tryCast(['Nuss'], { rev: 9 });
  const late = await ana.tryCast(['Eiche'], { rev: 3 });
  expect(late.ok && late.value.ballot).toMatchObject({ rev: 9, entries: [ana.entry('Nuss')] });
  await board.tick();
  expect(ana.tally).toEqual({ Nuss: 1 });
});

test('[P1] two windows of one device have one ballot, and both show it', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const window1 = await board.phone();
  const device = window1.joined?.device ?? '';
  const window2 = await board.phone({ device });
  await window1.cast('Eiche');
  await window2.tryCast(['Nuss'], { rev: 5 });
  await board.tick();
  expect(window2.tally).toEqual({ Nuss: 1 });
  expect(window1.fromOtherWindows.at(-1)?.ballot.entries).toEqual([window1.entry('Nuss')]);
});

test('[V1] closing ends the voting, reopening is a new run without ballots', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  await ana.cast('Eiche');
  const { boardId, roundId } = board;
  await board.maker.must('round:close', { boardId, roundId });
  expect(await ana.tryCast(['Nuss'])).toMatchObject({ no: { code: 'round_closed' } });
  await board.maker.must('round:open', { boardId, roundId });
  await board.tick();
  expect(ana.tally).toEqual({});
  expect(await ana.tryCast(['Nuss'], { run: 1 })).toMatchObject({ no: { code: 'run_over' } });
  await ana.cast('Nuss');
  await board.tick();
  expect(ana.tally).toEqual({ Nuss: 1 });
});

test('[R14] the server’s clock ends a round, and tells it', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], seconds: 30 });
  const ana = await board.phone();
  await ana.cast('Eiche');
  await board.tick(29_000);
  expect(ana.round.status).toBe('open');
  board.clock.turn(1_000);
  expect(await ana.tryCast(['Nuss'])).toMatchObject({ no: { code: 'round_closed' } });
  await board.delivered();
  expect(ana.round.status).toBe('closed');
  expect(ana.tally).toEqual({ Eiche: 1 });
});

test('[R17] closing taken back: the ballots are still there, and voting goes on', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const [ana, ben] = [await board.phone(), await board.phone()];
  await ana.cast('Eiche');
  const { boardId, roundId } = board;
  await board.maker.must('round:close', { boardId, roundId });
  await board.maker.must('round:undo', board.asItStands());
  await ben.cast('Eiche');
  await board.tick();
  expect(ana.tally).toEqual({ Eiche: 2 });
});

test('[V4] a ballot is acknowledged only after the store has committed it', async () => {
  const steps: string[] = [];
  await using board = await startBoard({
    drafts: ['Eiche', 'Nuss'],
    wrapStore: (store) =>
      new Proxy(store, {
        get(target, key) {
          const value = Reflect.get(target, key);
          if (typeof value !== 'function') return value;
          if (key !== 'castBallots') return value.bind(target);
          return async (...given: unknown[]) => {
            const result = await value.apply(target, given);
            steps.push('committed');
            return result;
          };
        },
      }),
  });
  const ana = await board.phone();
  await ana.cast('Eiche');
  steps.push('acknowledged');
  expect(steps).toEqual(['committed', 'acknowledged']);
});

test('a store that fails is told honestly, and the same ballot counts once when it is back', async () => {
  let broken = true;
  await using board = await startBoard({
    drafts: ['Eiche', 'Nuss'],
    wrapStore: (store) =>
      new Proxy(store, {
        get(target, key) {
          const value = Reflect.get(target, key);
          if (key === 'castBallots' && broken) return () => Promise.reject(new Error('disk full'));
          return typeof value === 'function' ? value.bind(target) : value;
        },
      }),
  });
  const ana = await board.phone();
  expect(await ana.tryCast(['Eiche'], { rev: 4 })).toMatchObject({ no: { code: 'unavailable' } });
  broken = false;
  expect(await ana.tryCast(['Eiche'], { rev: 4 })).toMatchObject({ ok: true });
  await board.tick();
  expect(ana.tally).toEqual({ Eiche: 1 });
});
