import type { Audience, BoardDelta, TallyFrame } from '../../shared/board-view.ts';
import type { BallotCast } from '../../shared/events.ts';
import type { Mine } from '../../shared/mine.ts';
import type { TellingLoad } from './tick-interval.ts';

/** One run of a round: whoever has a ballot in it is its voter. */
export interface RunOf {
  readonly roundId: string;
  readonly run: number;
}

/** What some audiences of a board are told on a tick. */
export interface ToldFrame {
  readonly audiences: readonly Audience[];
  readonly frame: TallyFrame;
  /** All that the tally says to them, when it is asked: for phones that missed some. */
  readonly whole: () => TallyFrame;
}

/**
 * How a room reaches those who look at it. The socket edge implements it; the room knows no socket. `voter` among the
 * audiences means the followers who have voted in `of`; `follower` without it means all others.
 */
export interface Speaker {
  /** One tick of a board: each frame is encoded once. */
  tellTally(boardId: string, of: RunOf | null, frames: readonly ToldFrame[]): void;
  /** Calls `then` when all that was told to the board so far has been handed out: at once, where few listen. */
  told(boardId: string, then: () => void): void;
  readonly load: TellingLoad;
  tellDelta(boardId: string, audiences: readonly Audience[], of: RunOf | null, delta: BoardDelta): void;
  /** All windows of a participant, and nobody else; made only where there is one. */
  tellMine(boardId: string, participant: string, mine: () => Mine): void;
  /** Whether a window of theirs is here. */
  hasWindow(boardId: string, participant: string): boolean;
  tellBallot(boardId: string, participant: string, cast: BallotCast): void;
  /** The board is no more: its viewers are told, and let go. */
  tellGone(boardId: string): void;
  /** Only the stage is told and let go, because its link was renewed. */
  dismissStage(boardId: string): void;
  /** The participant has voted: every window of the device becomes a voter of this run. */
  makeVoter(boardId: string, participant: string, of: RunOf): void;
  /** The participant has withdrawn: they are a follower like others again. */
  unmakeVoter(boardId: string, participant: string, of: RunOf): void;
}
