import type { Audience, BoardDelta, TallyFrame } from '../../shared/board-view.ts';

/** How a room reaches those who look at it. The socket edge implements it; the room knows no socket. */
export interface Speaker {
  /** One frame for these audiences of the board, encoded once. */
  tellTally(boardId: string, audiences: readonly Audience[], frame: TallyFrame): void;
  tellDelta(boardId: string, audiences: readonly Audience[], delta: BoardDelta): void;
  /** The board is no more: its viewers are told, and let go. */
  tellGone(boardId: string): void;
  /** Only this audience is told and let go, e.g. when the stage link was renewed. */
  dismiss(boardId: string, audience: Audience): void;
  /** The participant has voted: every window of the device becomes a voter. */
  makeVoter(boardId: string, participant: string): void;
  /** A new run begins: nobody has voted in it. */
  makeFollowers(boardId: string): void;
}
