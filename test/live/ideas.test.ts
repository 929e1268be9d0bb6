import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { IdeaSettings } from '../../shared/board-view.ts';
import { Line } from '../support/line.ts';
import { startBoard } from '../support/start-board.ts';

const settings: IdeaSettings = { whileVoting: true, review: false, pictures: false, each: 5 };

test('[I1] an idea reaches everybody at once, as one small change, and its author as their own', async () => {
  await using board = await startBoard({ ideas: settings, rule: { kind: 'approve' } });
  const [ana, ben, stage] = [await board.phone(), await board.phone(), await board.stage()];
  await ana.submit('Haken an der Seite');
  const seq = ben.view?.seq ?? 0;
  await ben.submit('Rollen');
  await board.delivered();
  for (const { round, view } of [ana, ben, stage, board.maker]) {
    expect(round.entries.map(({ title }) => title)).toEqual(['Haken an der Seite', 'Rollen']);
    expect(round.tally.counts).toEqual([0, 0]);
    expect(view?.seq).toBe(seq + 2);
  }
  expect(ana.mine?.ideas).toMatchObject([{ title: 'Haken an der Seite', state: 'shown' }]);
  expect(ben.mine?.ideas).toMatchObject([{ title: 'Rollen' }]);
});

test('[I3] an idea whose answer was lost with the line is handed in again, and there once', async () => {
  await using board = await startBoard({ ideas: settings, rule: { kind: 'approve' } });
  await using line = await Line.to(Number(new URL(board.url).port));
  const ana = board.connect({}, line.origin);
  await ana.join({ slug: board.slug, as: 'follower' });
  const ideaId = randomUUID();
  line.deafen();
  ana.trySubmit('Haken', { ideaId }).catch(() => {});
  await expect.poll(() => board.room().board.rounds[0]?.entries.length).toBe(1);
  line.cut();
  line.mend();

  const again = await board.phone({ device: ana.joined?.device ?? '' });
  expect(again.mine?.ideas).toMatchObject([{ id: ideaId }]);
  const { seq } = board.room().board;
  const ack = await again.trySubmit('Haken', { ideaId });
  expect(ack).toMatchObject({ ok: true, value: { idea: { id: ideaId, title: 'Haken', state: 'shown' } } });
  expect(board.room().board.seq).toBe(seq);
  expect(again.round.entries).toHaveLength(1);

  const eve = await board.phone();
  expect(await eve.trySubmit('Meins', { ideaId })).toMatchObject({ no: { code: 'idea_wrong_state' } });
});

test('[I5] the words of what waits, is folded or is gone reach the author and the maker, and nobody else', async () => {
  await using board = await startBoard({
    ideas: { ...settings, review: true },
    rule: { kind: 'approve' },
  });
  const { boardId, maker } = board;
  const [ana, ben, stage] = [await board.phone(), await board.phone(), await board.stage()];
  const heard = listen([ben, stage]);
  const ideaId = await ana.submit('Schrott', { text: 'alles Schrott' });
  await maker.must('idea:publish', { boardId, ideaId: await ana.submit('Gut') });
  await board.tick();
  expect(heard()).not.toContain('chrott');
  expect(maker.round.entries).toMatchObject([{ title: 'Schrott', state: 'waiting' }, { title: 'Gut' }]);

  await maker.must('idea:fold', { boardId, ideaId, reason: 'insult', sentence: 'Bitte freundlich.' });
  await ben.join({ slug: board.slug, as: 'follower' });
  await stage.join({ stageToken: board.room().board.stageToken, as: 'stage' });
  await (await board.phone()).close();
  await board.tick();
  expect(heard()).not.toMatch(/chrott|freundlich/);
  expect(ben.round.entries[0]).toMatchObject({ state: 'folded', reason: 'insult', title: '' });
  expect(ana.mine?.ideas[0]).toMatchObject({ title: 'Schrott', sentence: 'Bitte freundlich.' });

  await ana.must('idea:object', { boardId, ideaId, sentence: 'Das war Kritik.' });
  await board.delivered();
  expect(maker.round.entries[0]).toMatchObject({ objection: { text: 'Das war Kritik.', answer: null } });
  await maker.must('idea:bury', { boardId, ideaId, sentence: 'Rechtswidrig.' });
  await board.tick();
  expect(heard()).not.toMatch(/chrott|Kritik/);
  expect(maker.round.entries[0]).toMatchObject({ state: 'gone', title: '', text: '' });
  const { participant } = await ana.must('mine:read', { boardId });
  expect(heard()).not.toContain(participant);
});

test('[M2] an author objects once, is told the answer, and sees the idea again when it is unfolded', async () => {
  await using board = await startBoard({ ideas: settings, rule: { kind: 'approve' } });
  const { boardId, maker } = board;
  const [ana, ben] = [await board.phone(), await board.phone()];
  const ideaId = await ana.submit('Zu teuer');
  await maker.must('idea:fold', { boardId, ideaId, reason: 'off-topic', sentence: 'Es geht um Holz.' });
  expect(await ben.ask('idea:object', { boardId, ideaId, sentence: 'Doch!' })).toMatchObject({
    no: { code: 'not_allowed' },
  });
  await ana.must('idea:object', { boardId, ideaId, sentence: 'Holz ist zu teuer.' });
  await maker.must('idea:answer', { boardId, ideaId, sentence: 'Frag im Laden.' });
  await board.delivered();
  expect(ana.mine?.ideas[0]?.objection).toMatchObject({ answer: 'Frag im Laden.' });
  board.clock.turn(60_000);
  expect(await ana.ask('idea:object', { boardId, ideaId, sentence: 'Noch einmal.' })).toMatchObject({
    no: { code: 'objection_used' },
  });
  await maker.must('idea:unfold', { boardId, ideaId });
  await board.delivered();
  expect(ben.round.entries[0]).toMatchObject({ title: 'Zu teuer', state: 'shown' });
});

test('[I6] an idea that its author takes back is gone on every screen at once', async () => {
  await using board = await startBoard({ ideas: settings, rule: { kind: 'approve' } });
  const { boardId } = board;
  const [ana, ben] = [await board.phone(), await board.phone()];
  const ideaId = await ana.submit('Doch nicht');
  expect(await ben.ask('idea:erase', { boardId, ideaId })).toMatchObject({ no: { code: 'not_allowed' } });
  await ana.must('idea:erase', { boardId, ideaId });
  await board.delivered();
  expect(ben.round.entries).toMatchObject([{ title: '', state: 'gone', reason: 'author' }]);
  expect(ana.mine?.ideas).toEqual([]);
});

test('a spammer is slowed: three ideas at once, then one every twenty seconds', async () => {
  await using board = await startBoard({ ideas: { ...settings, each: 20 }, rule: { kind: 'approve' } });
  const ana = await board.phone();
  const titles = Array.from({ length: 6 }, (_, i) => `Idee ${i}`);
  const acks = await Promise.all(titles.map((title) => ana.trySubmit(title)));
  expect(acks.filter(({ ok }) => ok)).toHaveLength(3);
  expect(acks.at(-1)).toMatchObject({ no: { code: 'too_fast' } });
  board.clock.turn(19_000);
  const anew = await board.phone({ device: ana.joined?.device ?? '' });
  expect(await anew.trySubmit('Neue Verbindung')).toMatchObject({ no: { code: 'too_fast' } });
  expect(await ana.trySubmit('Geduld')).toMatchObject({ no: { code: 'too_fast' } });
  board.clock.turn(1_000);
  await ana.submit('Geduld');
});

test('[I2] who has handed in as many as allowed is told how many that are', async () => {
  await using board = await startBoard({ ideas: { ...settings, each: 1 }, rule: { kind: 'approve' } });
  const ana = await board.phone();
  await ana.submit('Eins');
  expect(await ana.trySubmit('Zwei')).toMatchObject({ no: { code: 'limit_reached', limit: 1 } });
});

test('late ideas get a fair look: the least seen come first, and equals in another order for each', async () => {
  await using board = await startBoard({ ideas: { ...settings, each: 20 }, rule: { kind: 'approve' } });
  const { boardId, roundId } = board;
  const [ana, ben] = [await board.phone(), await board.phone()];
  const ids: string[] = [];
  for (let i = 0; i < 12; i += 1) {
    ids.push(await ana.submit(`Idee ${i}`));
    board.clock.turn(20_000);
  }
  await board.maker.must('idea:fold', {
    boardId,
    ideaId: ids[3] ?? '',
    reason: 'spam',
    sentence: 'Werbung.',
  });
  const seen = ids.slice(0, 10);
  await ana.must('idea:seen', { boardId, roundId, ideaIds: [...seen, 'never-heard-of'] });
  await ben.must('idea:seen', { boardId, roundId, ideaIds: seen.slice(0, 5) });

  const [forAna, forBen] = [
    (await ana.must('idea:chance', { boardId, roundId })).ideaIds,
    (await ben.must('idea:chance', { boardId, roundId })).ideaIds,
  ];
  expect([...forAna].sort()).toEqual(ids.filter((_, i) => i !== 3).sort());
  expect(new Set(forAna.slice(0, 2))).toEqual(new Set(ids.slice(10)));
  expect(new Set(forAna.slice(7))).toEqual(new Set(ids.filter((_, i) => i < 5 && i !== 3)));
  // Of 5,760 orders two may be the same by chance, nine not.
  const orders = new Set([forAna.join(), forBen.join()]);
  for (let i = 0; i < 7; i += 1) {
    const phone = await board.phone();
    orders.add((await phone.must('idea:chance', { boardId, roundId })).ideaIds.join());
  }
  expect(orders.size).toBeGreaterThan(2);
});

/** Everything these phones hear from now on, as it came over the line. */
function listen(phones: readonly { socket: { io: { engine: unknown } } }[]): () => string {
  const packets: string[] = [];
  for (const { socket } of phones) {
    const engine = socket.io.engine as {
      on(event: 'packet', hear: (packet: { data?: unknown }) => void): void;
    };
    engine.on('packet', ({ data }) => packets.push(String(data)));
  }
  return () => packets.join('\n');
}
