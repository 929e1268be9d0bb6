import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Board } from '../../server/domain/board.ts';
import type { Decision } from '../../server/domain/decision.ts';
import { addDrafts, moveDraft, removeDraft } from '../../server/domain/draft.ts';
import { evolve } from '../../server/domain/evolve.ts';
import { addRound, copyRound, moveRound, removeRound, showRound } from '../../server/domain/round.ts';
import { closeRound, extendRound, openRound, revealRound, undoRound } from '../../server/domain/run.ts';
import { aBoard, aDraft, someFields } from '../support/boards.ts';

interface Step {
  readonly verb: keyof typeof verbs;
  readonly roundId: string;
  readonly number: number;
}

const verbs = {
  add: (board: Board, { roundId }: Step) => addRound(board, { ...someFields, seconds: 20 }, roundId),
  copy: (board: Board, { roundId, number }: Step) =>
    copyRound(board, roundId, `${roundId}-${number}`, () => `${roundId}-${number}`),
  remove: (board: Board, { roundId }: Step) => removeRound(board, roundId),
  move: (board: Board, { roundId, number }: Step) => moveRound(board, roundId, number),
  show: (board: Board, { roundId }: Step) => showRound(board, roundId),
  draft: (board: Board, { roundId, number }: Step) =>
    addDrafts(board, roundId, [aDraft(`${number}a`), aDraft(`${number}b`)]),
  undraft: (board: Board, { roundId, number }: Step) => removeDraft(board, roundId, `${number}a`),
  order: (board: Board, { roundId, number }: Step) => moveDraft(board, roundId, `${number}b`, 0),
  open: (board: Board, { roundId }: Step, now: number) => openRound(board, roundId, now),
  extend: (board: Board, { roundId, number }: Step, now: number) => extendRound(board, roundId, number, now),
  close: (board: Board, { roundId }: Step, now: number) => closeRound(board, roundId, now),
  reveal: (board: Board, { roundId }: Step) => revealRound(board, roundId),
  undo: (board: Board, { roundId, number }: Step, now: number) => undoRound(board, roundId, number % 2, now),
} satisfies Record<string, (board: Board, step: Step, now: number) => Decision>;

const steps = fc.array(
  fc.record<Step>({
    verb: fc.constantFrom(...(Object.keys(verbs) as (keyof typeof verbs)[])),
    roundId: fc.constantFrom('r1', 'r2'),
    number: fc.nat({ max: 3 }),
  }),
  { maxLength: 60 },
);

/** Two rounds that can be opened, so that most random steps lead somewhere. */
const start = [...['r1', 'r2'].flatMap((roundId) => [step('add', roundId), step('draft', roundId)])];

function step(verb: keyof typeof verbs, roundId: string): Step {
  return { verb, roundId, number: 0 };
}

test('[B5] [R10] [R12] [R3] whatever a maker does, the board stays sound', () => {
  fc.assert(
    fc.property(steps, (random) => {
      let board = aBoard();
      const runs = new Set<string>();
      [...start, ...random].forEach((next, at) => {
        if (next.verb === 'add' && board.rounds.some(({ id }) => id === next.roundId)) return;
        const decision = verbs[next.verb](board, next, at * 1_000);
        if (!decision.ok || !decision.change) return;
        const before = board;
        board = evolve(board, decision.change);
        expect(board.seq).toBe(before.seq + 1);
        expect(evolve(before, JSON.parse(JSON.stringify(decision.change)))).toEqual(board);
        expect(board.rounds.filter(({ status }) => status === 'open').length).toBeLessThanOrEqual(1);
        expect(board.rounds.every(({ status, run }) => (status === 'draft') === (run === 0))).toBe(true);
        if (board.currentRoundId) expect(board.rounds.map(({ id }) => id)).toContain(board.currentRoundId);
        if (decision.change.kind === 'round-removed') forget(runs, decision.change.roundId);
        if (decision.change.kind === 'round-opened') {
          const name = `${decision.change.roundId}/${decision.change.run}`;
          expect(runs).not.toContain(name);
          runs.add(name);
        }
        for (const old of before.rounds.filter(({ run }) => run > 0)) {
          const now = board.rounds.find(({ id }) => id === old.id);
          if (now) expect(now.entries).toEqual(old.entries);
        }
      });
    }),
    { numRuns: 300 },
  );
});

/** The next round with this id is another one. */
function forget(runs: Set<string>, roundId: string): void {
  for (const name of runs) if (name.startsWith(`${roundId}/`)) runs.delete(name);
}
