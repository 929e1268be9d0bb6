import type { BoardHead } from '../../shared/board-view.ts';

/** What a board's head holds besides its own words, before anything was settled. */
export const plainHead: Pick<BoardHead, 'terms' | 'rules' | 'endsAt' | 'scene'> = {
  terms: { decides: 'votes', ties: 'maker', keepDays: 90 },
  rules: { version: 1, changes: [] },
  endsAt: null,
  scene: null,
};
