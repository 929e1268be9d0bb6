import { expect, test } from 'vitest';
import { addDrafts } from '../../server/domain/draft.ts';
import { addRound } from '../../server/domain/round.ts';
import { closeRound, openRound, revealRound, undoRound } from '../../server/domain/run.ts';
import { LIMITS } from '../../shared/limits.ts';
import { aBoardWith, aDraft, decided, refusal, someFields, theRound } from '../support/boards.ts';

const opened = (seconds: number | null = null) =>
  decided(aBoardWith(['oak', 'walnut'], { seconds }), (now) => openRound(now, 'legs', 2_000));
const closed = (seconds: number | null = null) =>
  decided(opened(seconds), (now) => closeRound(now, 'legs', 3_000));

test('[R16] a revealed round is closed again', () => {
  const revealed = decided(closed(), (now) => revealRound(now, 'legs'));
  expect(theRound(decided(revealed, (now) => undoRound(now, 'legs', 5, 9e9)))).toEqual(theRound(closed()));
});

test('[R17] closing is taken back within a minute: the same run goes on', () => {
  const last = 3_000 + LIMITS.undoCloseMs;
  const board = decided(closed(), (now) => undoRound(now, 'legs', 5, last));
  expect(theRound(board)).toEqual(theRound(opened()));
  expect(refusal(undoRound(closed(), 'legs', 5, last + 1))).toBe('undo_too_late');
});

test('[R17] [A2] closing a round with hidden results is taken back only while nobody has voted', () => {
  const hidden = decided(
    aBoardWith(['oak', 'walnut'], { results: 'after-close' }),
    (now) => openRound(now, 'legs', 2_000),
    (now) => closeRound(now, 'legs', 3_000),
  );
  expect(refusal(undoRound(hidden, 'legs', 1, 4_000))).toBe('counts_seen');
  expect(theRound(decided(hidden, (now) => undoRound(now, 'legs', 0, 4_000))).status).toBe('open');
});

test('[R17] the end stays if it lies ahead, else there is none', () => {
  expect(theRound(decided(closed(30), (now) => undoRound(now, 'legs', 5, 4_000))).closesAt).toBe(32_000);
  expect(theRound(decided(closed(30), (now) => undoRound(now, 'legs', 5, 32_000))).closesAt).toBeNull();
});

test('[R17] [R10] closing is not taken back while another round is open', () => {
  const board = decided(
    closed(),
    (now) => addRound(now, someFields, 'top'),
    (now) => addDrafts(now, 'top', [aDraft('slate'), aDraft('glass')]),
    (now) => openRound(now, 'top', 4_000),
  );
  expect(refusal(undoRound(board, 'legs', 5, 5_000))).toBe('other_round_open');
});

test('[R18] the first opening taken back leaves the draft, and its run number is spent', () => {
  const draft = decided(opened(30), (now) => undoRound(now, 'legs', 0, 5_000));
  expect(theRound(draft)).toEqual({ ...theRound(aBoardWith(['oak', 'walnut'], { seconds: 30 })), runs: 1 });
  expect(theRound(decided(draft, (now) => openRound(now, 'legs', 6_000))).run).toBe(2);
});

test('[R18] a reopening taken back leaves the run before, and the next one has a new number', () => {
  const again = decided(
    closed(),
    (now) => revealRound(now, 'legs'),
    (now) => openRound(now, 'legs', 4_000),
  );
  const back = decided(again, (now) => undoRound(now, 'legs', 0, 5_000));
  expect(theRound(back)).toMatchObject({ status: 'revealed', run: 1, openedAt: 2_000, closedAt: 3_000 });
  expect(theRound(decided(back, (now) => openRound(now, 'legs', 6_000))).run).toBe(3);
});

test('[R18] with ballots an opening stays, also one that was closed and resumed', () => {
  expect(refusal(undoRound(opened(), 'legs', 1, 5_000))).toBe('round_locked');
  const resumed = decided(closed(), (now) => undoRound(now, 'legs', 3, 4_000));
  expect(refusal(undoRound(resumed, 'legs', 3, 5_000))).toBe('round_locked');
  expect(theRound(decided(resumed, (now) => undoRound(now, 'legs', 0, 5_000))).status).toBe('draft');
});

test('[R18] a run that was restored and resumed is not taken back a second time', () => {
  const board = decided(
    closed(),
    (now) => openRound(now, 'legs', 4_000),
    (now) => undoRound(now, 'legs', 0, 5_000),
    (now) => undoRound(now, 'legs', 0, 6_000),
  );
  expect(theRound(board)).toMatchObject({ status: 'open', run: 1 });
  expect(refusal(undoRound(board, 'legs', 0, 7_000))).toBe('round_locked');
});

test('there is nothing to undo in a draft round, nor in an unknown one', () => {
  expect(refusal(undoRound(aBoardWith([]), 'legs', 0, 1))).toBe('round_wrong_status');
  expect(refusal(undoRound(aBoardWith([]), 'arms', 0, 1))).toBe('not_found');
});

test('[R20] two at the same time take one step back, not two', () => {
  const revealed = decided(closed(), (now) => revealRound(now, 'legs'));
  const seen = { status: 'revealed', run: 1 } as const;
  const hidden = decided(revealed, (now) => undoRound(now, 'legs', 5, 4_000, seen));
  expect(theRound(hidden).status).toBe('closed');
  expect(refusal(undoRound(hidden, 'legs', 5, 4_000, seen))).toBe('round_wrong_status');
});

test('[R20] the closing of another run is not taken back', () => {
  const again = decided(
    closed(),
    (now) => openRound(now, 'legs', 4_000),
    (now) => closeRound(now, 'legs', 5_000),
  );
  expect(refusal(undoRound(again, 'legs', 5, 6_000, { status: 'closed', run: 1 }))).toBe(
    'round_wrong_status',
  );
  expect(undoRound(again, 'legs', 5, 6_000, { status: 'closed', run: 2 }).ok).toBe(true);
});
