import { expect, test } from 'vitest';
import { closeRound, openRound, undoRound } from '../../server/domain/run.ts';
import { ALONE } from '../../server/live/peers.ts';
import { Room } from '../../server/live/room.ts';
import { Counters } from '../../server/ops/counters.ts';
import { silentLog } from '../../server/ops/log.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { openTemporarySqlite } from '../support/sqlite-store.ts';
import { silence } from '../support/silence.ts';
import { startBoard } from '../support/start-board.ts';
import { cast, committed, openBoard } from '../support/stored-boards.ts';

test('[R18] a reopening taken back after a restart shows the tally of the run before', async () => {
  await using opened = await openTemporarySqlite();
  const { store } = opened;
  const board = await openBoard(store);
  await cast(store, [['ana', 1, 'oak']]);
  const closed = await committed(store, board, (now) => closeRound(now, 'legs', 3_000));
  const again = await committed(store, closed, (now) => openRound(now, 'legs', 4_000));

  const room = await Room.load(again, {
    store,
    clock: new ManualClock(),
    log: silentLog,
    speaker: silence,
    counters: new Counters(),
    peers: ALONE,
  });
  expect(room.tally('legs').ballots).toBe(0);
  await room.change((now, at) => undoRound(now, 'legs', 0, at));
  expect(room.view('maker').rounds[0]).toMatchObject({
    status: 'closed',
    run: 1,
    tally: { counts: [1, 0, 0] },
  });
  await room.close();
});

test('[R18] [A1] an opening taken back leaves the phones with the shown draft, and its number is not used again', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const ana = await board.phone();
  const { boardId, roundId } = board;
  await board.maker.must('round:undo', board.asItStands());
  await board.delivered();
  expect(ana.round).toMatchObject({ status: 'draft', run: 0 });
  await board.maker.must('round:open', { boardId, roundId });
  await board.delivered();
  expect(ana.round).toMatchObject({ status: 'open', run: 2 });
  await ana.cast('Eiche');
  expect(await board.maker.ask('round:undo', board.asItStands())).toMatchObject({
    no: { code: 'round_locked' },
  });
});

test('[R20] hidden by two devices at the same time, a revealed round is closed, not open again', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'] });
  const { boardId, roundId, maker } = board;
  await maker.must('round:close', { boardId, roundId });
  await maker.must('round:reveal', { boardId, roundId });
  const seen = board.asItStands();
  const [one, other] = await Promise.all([maker.ask('round:undo', seen), maker.ask('round:undo', seen)]);
  expect(one.ok).toBe(true);
  expect(other).toMatchObject({ no: { code: 'round_wrong_status' } });
  expect(board.asItStands().status).toBe('closed');
});
