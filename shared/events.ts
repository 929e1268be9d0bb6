import type { Ack } from './ack.ts';
import type {
  BoardDelta,
  BoardSummary,
  BoardView,
  MakerBoard,
  OwnBallot,
  Tally,
  TallyFrame,
  Time,
} from './board-view.ts';
import type {
  AddDrafts,
  AddRound,
  BoardRef,
  CastBallot,
  CreateBoard,
  DraftRef,
  ExtendRound,
  JoinBoard,
  MoveDraft,
  MoveRound,
  RoundRef,
  ShowRound,
  UpdateBoard,
  UpdateDraft,
  UpdateRound,
} from './commands.ts';

/** What `board:join` answers. */
export interface Joined {
  /** `null`: the client's `seq` is current, it keeps its view and takes `frame`. */
  readonly view: BoardView | null;
  readonly frame: TallyFrame;
  /** The participant's own ballots of the current runs. */
  readonly ballots: readonly OwnBallot[];
  /** Server's clock at answering: the countdown is told by it. */
  readonly now: Time;
  /** Decides the order in which this participant sees the entries; stable for the device. */
  readonly shuffle: number;
  /** Signed device token to keep where cookies are lost; sent to followers only. */
  readonly device?: string;
  /** Only for the maker. */
  readonly maker?: MakerBoard;
}

/** What `ballot:cast` answers, after the durable commit. */
export interface BallotCast {
  /** The ballot that counts now. */
  readonly ballot: OwnBallot;
  /** `counts` is null where results stay hidden after the vote. */
  readonly tally: Tally;
}

/** Asked by clients, each answered with an Ack. The maker's commands need the maker's session. */
export interface ClientToServer {
  'board:join': (command: JoinBoard, ack: (ack: Ack<Joined>) => void) => void;
  'ballot:cast': (command: CastBallot, ack: (ack: Ack<BallotCast>) => void) => void;

  'board:list': (command: Record<string, never>, ack: (ack: Ack<readonly BoardSummary[]>) => void) => void;
  'board:create': (command: CreateBoard, ack: (ack: Ack<{ boardId: string; slug: string }>) => void) => void;
  'board:update': (command: UpdateBoard, ack: (ack: Ack<Done>) => void) => void;
  'board:remove': (command: BoardRef, ack: (ack: Ack<Done>) => void) => void;
  /** A new stage link; the old one stops working at once. */
  'stage:renew': (command: BoardRef, ack: (ack: Ack<{ stageToken: string }>) => void) => void;

  'round:add': (command: AddRound, ack: (ack: Ack<{ roundId: string }>) => void) => void;
  'round:update': (command: UpdateRound, ack: (ack: Ack<Done>) => void) => void;
  /** A new draft round with the same question, rule and drafts. */
  'round:copy': (command: RoundRef, ack: (ack: Ack<{ roundId: string }>) => void) => void;
  'round:remove': (command: RoundRef, ack: (ack: Ack<Done>) => void) => void;
  'round:move': (command: MoveRound, ack: (ack: Ack<Done>) => void) => void;
  'round:show': (command: ShowRound, ack: (ack: Ack<Done>) => void) => void;
  'round:open': (command: RoundRef, ack: (ack: Ack<Done>) => void) => void;
  'round:extend': (command: ExtendRound, ack: (ack: Ack<Done>) => void) => void;
  'round:close': (command: RoundRef, ack: (ack: Ack<Done>) => void) => void;
  /** Goes one step back: revealed → closed, closed → open again (within a minute), open without ballots → draft. */
  'round:undo': (command: RoundRef, ack: (ack: Ack<Done>) => void) => void;
  'round:reveal': (command: RoundRef, ack: (ack: Ack<Done>) => void) => void;

  'draft:add': (command: AddDrafts, ack: (ack: Ack<{ draftIds: string[] }>) => void) => void;
  'draft:update': (command: UpdateDraft, ack: (ack: Ack<Done>) => void) => void;
  'draft:remove': (command: DraftRef, ack: (ack: Ack<Done>) => void) => void;
  'draft:move': (command: MoveDraft, ack: (ack: Ack<Done>) => void) => void;
}

/** A structural command answers the board's new structural version. */
export interface Done {
  readonly seq: number;
}

/** Told by the server. */
export interface ServerToClient {
  /** Every tick in which something moved; may be lost. */
  tally: (frame: TallyFrame) => void;
  /** Every structural change; never dropped on purpose. */
  delta: (delta: BoardDelta) => void;
  /** Another window of the same device has voted. */
  ballot: (cast: BallotCast) => void;
  /** The board was removed, or the stage link renewed. */
  gone: () => void;
}
