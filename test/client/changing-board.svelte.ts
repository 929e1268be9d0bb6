import type { BoardView } from '../../shared/board-view.ts';

/** A board's view that changes while somebody looks at it. */
export class ChangingBoard {
  view = $state.raw() as BoardView;

  constructor(view: BoardView) {
    this.view = view;
  }
}
