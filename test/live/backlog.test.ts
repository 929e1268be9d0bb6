import { expect, test } from 'vitest';
import { deafen } from '../support/deafen.ts';
import { startBoard } from '../support/start-board.ts';

const MANY = Array.from({ length: 80 }, (_, i) => `Entwurf ${i}`);

test('[F2] in a large round who has missed moves shows the tally as soon as they read again, without asking', async () => {
  await using board = await startBoard({ drafts: MANY, rule: { kind: 'approve' } });
  const [ana, ben] = [await board.phone(), await board.phone()];
  await board.tick();
  const listen = await deafen(ben.socket, board.app.io as never);
  for (const title of ['Entwurf 3', 'Entwurf 7', 'Entwurf 11']) {
    await ana.cast(title);
    board.clock.turn(2_000);
  }
  const asked = board.app.counters.acknowledgements;
  expect(board.app.counters.framesSkipped).toBeGreaterThanOrEqual(2);
  listen();
  await expect.poll(() => ben.tally).toEqual({ 'Entwurf 11': 1 });
  expect(board.app.counters.acknowledgements).toBe(asked);
  await ana.cast('Entwurf 9');
  await board.tick();
  expect(ben.frames.at(-1)).toHaveProperty('move');
  for (const phone of [ana, ben]) expect(phone.tally).toEqual({ 'Entwurf 9': 1 });
});

test('[F2] [A2] who has not voted is told no counts afterwards either, who has voted is told them', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], results: 'after-vote' });
  const [ana, ben, cem] = [await board.phone(), await board.phone(), await board.phone()];
  await ben.cast('Nuss');
  await board.tick();
  const listening = [
    await deafen(ben.socket, board.app.io as never),
    await deafen(cem.socket, board.app.io as never),
  ];
  await ana.cast('Eiche');
  board.clock.turn(2_000);
  for (const listen of listening) listen();
  await expect.poll(() => ben.tally).toEqual({ Nuss: 1, Eiche: 1 });
  await expect.poll(() => cem.round.tally.ballots).toBe(2);
  expect(cem.frames.filter(({ tally }) => tally?.counts)).toEqual([]);
});

test('[F2] [A2] who has voted in one round is told nothing later of another one that is shown meanwhile', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], results: 'after-vote' });
  const { boardId, roundId, maker } = board;
  const [ana, ben] = [await board.phone(), await board.phone()];
  await ana.cast('Eiche');
  await maker.must('round:close', { boardId, roundId });
  const next = await maker.must('round:copy', { boardId, roundId });
  await maker.must('round:open', { boardId, roundId: next.roundId });
  await board.delivered();
  for (const phone of [ana, ben]) await phone.cast('Nuss');
  await board.tick();
  const listen = await deafen(ben.socket, board.app.io as never);
  await ana.cast('Eiche');
  board.clock.turn(2_000);
  await expect.poll(() => board.app.counters.framesSkipped).toBeGreaterThan(0);
  const frames = ben.frames.length;
  await maker.must('round:close', { boardId, roundId: next.roundId });
  await maker.must('round:show', { boardId, roundId });
  listen();
  await expect.poll(() => ben.frames.length).toBeGreaterThan(frames);
  expect(ben.round.id).toBe(roundId);
  expect(ben.tally).toBeNull();
});

test('[F2] [F3] a round that closes while somebody does not read is shown closed, with all its votes', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const [ana, ben] = [await board.phone(), await board.phone()];
  const listen = await deafen(ben.socket, board.app.io as never);
  await ana.cast('Eiche');
  board.clock.turn(2_000);
  const { boardId, roundId } = board;
  await board.maker.must('round:close', { boardId, roundId });
  listen();
  await expect.poll(() => ben.round.status).toBe('closed');
  await expect.poll(() => ben.tally).toEqual({ Eiche: 1 });
});
