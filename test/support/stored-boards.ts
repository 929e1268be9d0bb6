import type { Board } from '../../server/domain/board.ts';
import type { RoundFields } from '../../server/domain/change.ts';
import type { Decision } from '../../server/domain/decision.ts';
import { evolve } from '../../server/domain/evolve.ts';
import { openRound } from '../../server/domain/run.ts';
import type { BatchResult, Store } from '../../server/store/store.ts';
import { aBoardWith } from './boards.ts';

/** Decides, commits and answers the next board; a refusal fails the test. */
export async function committed(
  store: Store,
  board: Board,
  decide: (board: Board) => Decision,
  at = 2_000,
): Promise<Board> {
  const decision = decide(board);
  if (!decision.ok) throw new Error(`refused: ${decision.no.code}`);
  if (!decision.change) return board;
  const next = evolve(board, decision.change);
  if (!(await store.commit(next, decision.change, at))) throw new Error(`not committed: ${next.seq}`);
  return next;
}

/** A stored board whose round `legs` is open in its first run since 2,000: oak, walnut, ash. */
export async function openBoard(store: Store, fields: Partial<RoundFields> = {}): Promise<Board> {
  const board = aBoardWith(['oak', 'walnut', 'ash'], { rule: { kind: 'approve' }, ...fields });
  await store.createBoard(board);
  return committed(store, board, (now) => openRound(now, 'legs', 2_000));
}

/** One batch; each ballot as `[participant, rev, ...entries]`. */
export function cast(
  store: Store,
  ballots: readonly (readonly [string, number, ...string[]])[],
  at: { readonly run?: number; readonly now?: number } = {},
): Promise<BatchResult> {
  return store.castBallots({
    boardId: 'bedside',
    roundId: 'legs',
    run: at.run ?? 1,
    now: at.now ?? 2_500,
    ballots: ballots.map(([participant, rev, ...entries]) => ({ participant, rev, entries })),
  });
}
