import { expect, test } from 'vitest';
import { startBoard } from '../support/start-board.ts';

test('[A2] after-close: while the round is open no packet to anyone holds a count', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], results: 'after-close' });
  const [ana, stage] = [await board.phone(), await board.stage()];
  await board.maker.join({ slug: board.slug, as: 'maker' });
  const packets: string[] = [];
  for (const { socket } of [ana, stage, board.maker]) {
    socket.io.engine.on('packet', ({ data }: { data?: unknown }) => packets.push(String(data)));
  }
  await ana.cast('Eiche');
  await board.tick();
  expect(ana.round.tally.ballots).toBe(1);
  expect(packets.filter((packet) => /"counts":\[/.test(packet))).toEqual([]);
  expect(packets.filter((packet) => /"counts":null/.test(packet)).length).toBeGreaterThan(2);

  const { boardId, roundId } = board;
  await board.maker.must('round:close', { boardId, roundId });
  await board.delivered();
  expect(board.maker.tally).toEqual({ Eiche: 1 });
  expect([ana.tally, stage.tally]).toEqual([null, null]);

  await board.maker.must('round:reveal', { boardId, roundId });
  await board.delivered();
  expect([ana.tally, stage.tally]).toEqual([{ Eiche: 1 }, { Eiche: 1 }]);
});

test('[A2] after-vote: the tally opens to whoever has voted, on all windows of the device', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], results: 'after-vote' });
  const [ana, ben, stage] = [await board.phone(), await board.phone(), await board.stage()];
  const anaToo = await board.phone({ device: ana.joined?.device ?? '' });
  const ack = await ana.tryCast(['Eiche']);
  expect(ack.ok && ack.value.tally?.counts).toEqual([1, 0]);
  await board.tick();
  expect(ana.tally).toEqual({ Eiche: 1 });
  expect(anaToo.tally).toEqual({ Eiche: 1 });
  expect([ben.tally, stage.tally]).toEqual([null, null]);
  await ben.cast('Nuss');
  await board.tick();
  expect(ben.tally).toEqual({ Eiche: 1, Nuss: 1 });
});

test('[A2] after-vote: who comes back after voting sees the tally, in a new run not until voting again', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], results: 'after-vote' });
  const ana = await board.phone();
  await ana.cast('Eiche');
  const again = await board.phone({ device: ana.joined?.device ?? '' });
  expect(again.tally).toEqual({ Eiche: 1 });
  expect(again.joined?.ballots).toHaveLength(1);

  const { boardId, roundId } = board;
  await board.maker.must('round:close', { boardId, roundId });
  await board.maker.must('round:open', { boardId, roundId });
  const ben = await board.phone();
  await ben.cast('Nuss');
  await board.tick();
  expect(again.tally).toBeNull();
  expect(ben.tally).toEqual({ Nuss: 1 });
});

test('[A2] after-vote: a round that is added or shown meanwhile takes nothing away from those who have voted', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], results: 'after-vote' });
  const ana = await board.phone();
  await ana.cast('Eiche');
  const ben = await board.phone();
  const { boardId } = board;
  const { roundId } = await board.maker.must('round:add', {
    boardId,
    question: 'Welcher Griff?',
    rule: { kind: 'approve' },
    results: 'live',
    seconds: null,
    ideas: null,
  });
  await ben.cast('Nuss');
  await board.tick();
  expect(ana.tally).toEqual({ Eiche: 1, Nuss: 1 });

  await board.maker.must('round:close', { boardId, roundId: board.roundId });
  await board.maker.must('round:show', { boardId, roundId });
  await board.maker.must('round:show', { boardId, roundId: board.roundId });
  await board.phone();
  await board.tick();
  expect(ana.tally).toEqual({ Eiche: 1, Nuss: 1 });
});

test('[A2] after-vote: who voted in an earlier round sees its tally again after a reload, who did not does not', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], results: 'after-vote' });
  const [ana, ben] = [await board.phone(), await board.phone()];
  await ana.cast('Eiche');
  const { boardId } = board;
  await board.maker.must('round:close', { boardId, roundId: board.roundId });
  const { roundId } = await board.maker.must('round:copy', { boardId, roundId: board.roundId });
  await board.maker.must('round:open', { boardId, roundId });
  const anaAgain = await board.phone({ device: ana.joined?.device ?? '' });
  const benAgain = await board.phone({ device: ben.joined?.device ?? '' });
  const earlier = [anaAgain, benAgain].map(({ view }) => view?.rounds[0]?.tally.counts);
  expect(earlier).toEqual([[1, 0], null]);
});

test('[A2] [R17] after-vote: a round that is taken up again finds its voters again', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], results: 'after-vote' });
  const [ana, ben] = [await board.phone(), await board.phone()];
  await ana.cast('Eiche');
  const { boardId, roundId } = board;
  await board.maker.must('round:close', { boardId, roundId });
  await board.maker.must('round:show', { boardId, roundId: null });
  await board.maker.must('round:undo', board.asItStands());
  await board.maker.must('round:show', { boardId, roundId });
  const cem = await board.phone();
  await cem.cast('Nuss');
  await board.tick();
  expect(ana.tally).toEqual({ Eiche: 1, Nuss: 1 });
  expect(ben.tally).toBeNull();
});
