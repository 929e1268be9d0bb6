import type { Board } from '../../server/domain/board.ts';

/** The board as the first version wrote it: rounds had a kind, and neither ideas nor outcomes. */
export function firstVersionOf(board: Board): object {
  const {
    decides: _,
    ties: _t,
    keepDays: _k,
    rules: _r,
    scene: _s,
    credits: _c,
    keptFrom: _f,
    ...rest
  } = board;
  const rounds = board.rounds.map(({ ideas: _i, collecting: _co, spent: _sp, outcome: _o, ...round }) => {
    const { collecting: _b, ...before } = round.before ?? { collecting: false };
    return { ...round, kind: 'drafts', before: round.before && before };
  });
  return { ...rest, rounds };
}
