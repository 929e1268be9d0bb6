import { expect, test } from 'vitest';
import type { Board } from '../../server/domain/board.ts';
import { updateBoard } from '../../server/domain/board.ts';
import { collectIdeas, submitIdea } from '../../server/domain/idea.ts';
import { addRound, showRound, updateRound } from '../../server/domain/round.ts';
import { closeRound, openRound, undoRound } from '../../server/domain/run.ts';
import { aBoardWith, decided, refusal, someFields } from '../support/boards.ts';
import { collecting, settings, words } from '../support/idea-rounds.ts';

const opened = (board: Board = aBoardWith(['oak', 'ash'])) =>
  decided(board, (now) => openRound(now, 'legs', 2_000));
const closed = (board?: Board) => decided(opened(board), (now) => closeRound(now, 'legs', 3_000));
const yes = { confirmed: true, now: 4_000 };
const fewer = { ideas: { ...settings, each: 1 } };

test('[G1] before a round had a run, terms change without a trace', () => {
  const board = decided(aBoardWith(['oak', 'ash']), (now) =>
    updateBoard(now, { keepDays: 30 }, { now: 4_000 }),
  );
  expect([board.keepDays, board.rules]).toEqual([30, { version: 1, changes: [] }]);
});

test('[G1] after that each change makes the next version, by its topics', () => {
  const update = { decides: 'maker', ties: 'runoff', keepDays: 90, title: 'Beistelltisch' } as const;
  const board = decided(
    closed(),
    (now) => updateBoard(now, update, { now: 4_000 }),
    (now) => updateBoard(now, { keepDays: 30 }, { now: 5_000 }),
  );
  expect(board.rules).toEqual({
    version: 3,
    changes: [
      { version: 2, at: 4_000, topics: ['decides', 'ties'], whileOpen: false },
      { version: 3, at: 5_000, topics: ['keepDays'], whileOpen: false },
    ],
  });
});

test('[G1] what the rules do not tell, or what stays as it is, makes no version', () => {
  const update = { title: 'Beistelltisch', reason: 'Why', decides: 'votes', keepDays: undefined } as const;
  expect(decided(opened(), (now) => updateBoard(now, update, { now: 4_000 })).rules.version).toBe(1);
});

test('[G1] an opening that was taken back counts as a run', () => {
  const board = decided(opened(), (now) => undoRound(now, 'legs', 0, 3_000));
  expect(decided(board, (now) => updateBoard(now, { keepDays: 30 }, { now: 4_000 })).rules.version).toBe(2);
});

test('[G1] how a round takes ideas is told where its rules are read', () => {
  const current = decided(
    closed(),
    (now) => addRound(now, { ...someFields, ideas: settings }, 'wishes'),
    (now) => updateRound(now, 'wishes', fewer, { now: 4_000 }),
  );
  expect(current.rules.version).toBe(1);
  const shown = decided(
    current,
    (now) => collectIdeas(now, 'wishes', true, undefined, 4_100),
    (now) => updateRound(now, 'wishes', { ideas: settings }, { now: 4_200 }),
  );
  const change = { version: 2, at: 4_200, topics: ['ideas'], whileOpen: false };
  expect(shown.rules).toEqual({ version: 2, changes: [change] });
  expect(
    decided(shown, (now) => updateRound(now, 'wishes', { ideas: { ...settings } }, yes)).rules.version,
  ).toBe(2);
});

test('[G1] also of a round that goes on collecting while another one is shown', () => {
  const elsewhere = decided(
    closed(),
    (now) => addRound(now, { ...someFields, ideas: settings }, 'wishes'),
    (now) => collectIdeas(now, 'wishes', true, undefined, 4_000),
    (now) => submitIdea(now, 'wishes', words('elm'), 'ana', 4_100),
    (now) => showRound(now, 'legs'),
  );
  const board = decided(elsewhere, (now) => updateRound(now, 'wishes', fewer, { now: 4_200 }));
  expect(board.rules.version).toBe(2);
});

test('[G2] while a round is open a change needs a yes, and says so', () => {
  expect(refusal(updateBoard(opened(), { keepDays: 30 }, { now: 4_000 }))).toBe('needs_confirmation');
  expect(refusal(updateBoard(opened(), { title: 'Beistelltisch' }, { now: 4_000 }))).toBeNull();
  const board = decided(opened(), (now) => updateBoard(now, { keepDays: 30 }, yes));
  expect(board.rules.changes).toEqual([{ version: 2, at: 4_000, topics: ['keepDays'], whileOpen: true }]);
});

test('[G2] so do the settings of an open round of ideas, and collecting in it by hand', () => {
  const open = opened(collecting());
  expect(refusal(updateRound(open, 'legs', fewer, { now: 4_000 }))).toBe('needs_confirmation');
  expect(refusal(collectIdeas(open, 'legs', false, undefined, 4_000))).toBe('needs_confirmation');
  const ended = decided(
    open,
    (now) => updateRound(now, 'legs', fewer, yes),
    (now) => collectIdeas(now, 'legs', false, true, 5_000),
  );
  expect(ended.rules.changes).toEqual([
    { version: 2, at: 4_000, topics: ['ideas'], whileOpen: true },
    { version: 3, at: 5_000, topics: ['ideas'], whileOpen: true },
  ]);
});

test('[G2] [I1] collecting in an unopened round is no change of the rules, also while another one is open', () => {
  const open = decided(opened(), (now) => addRound(now, { ...someFields, ideas: settings }, 'wishes'));
  const board = decided(open, (now) => collectIdeas(now, 'wishes', true, undefined, 4_000));
  expect(board.rules.version).toBe(1);
});
