import type { Ack } from './ack.ts';
import type {
  BoardDelta,
  BoardSummary,
  BoardView,
  MakerBoard,
  OwnBallot,
  TallyFrame,
  Time,
} from './board-view.ts';
import type { Tally } from './tally.ts';
import type {
  AddDrafts,
  AddRound,
  BoardRef,
  CastBallot,
  CollectIdeas,
  CreateBoard,
  DraftRef,
  ExtendRound,
  JoinBoard,
  MoveDraft,
  MoveRound,
  RoundRef,
  ShowRound,
  UndoRound,
  UpdateBoard,
  UpdateDraft,
  UpdateRound,
} from './commands.ts';
import type {
  FoldIdea,
  IdeaRef,
  IdeaSentence,
  MergeIdeas,
  PromoteIdeas,
  SeenIdeas,
  SubmitIdea,
} from './idea-commands.ts';
import type { LogLine } from './log-line.ts';
import type { Mine, MyData, OwnCredit, OwnIdea } from './mine.ts';
import type { AddStep, EraseMine, GiveCredit, PublishOutcome, ShowScene } from './outcome-commands.ts';

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
  /** What this participant has handed in; sent to followers only. */
  readonly mine?: Mine;
  /** Signed device token to keep where cookies are lost; sent to followers only. */
  readonly device?: string;
  /** Only for the maker. */
  readonly maker?: MakerBoard;
}

/** What `ballot:cast` answers, after the durable commit. */
export interface BallotCast {
  /** The ballot that counts now. */
  readonly ballot: OwnBallot;
  /** `counts` is null where results stay hidden after the vote; left out in large rounds whose tally all see anyway. */
  readonly tally?: Tally;
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
  'round:undo': (command: UndoRound, ack: (ack: Ack<Done>) => void) => void;
  'round:reveal': (command: RoundRef, ack: (ack: Ack<Done>) => void) => void;

  'draft:add': (command: AddDrafts, ack: (ack: Ack<{ draftIds: string[] }>) => void) => void;
  'draft:update': (command: UpdateDraft, ack: (ack: Ack<Done>) => void) => void;
  'draft:remove': (command: DraftRef, ack: (ack: Ack<Done>) => void) => void;
  'draft:move': (command: MoveDraft, ack: (ack: Ack<Done>) => void) => void;

  /** By participants: handing in, objecting to the folding of one's own idea, taking it back. */
  'idea:submit': (command: SubmitIdea, ack: (ack: Ack<{ idea: OwnIdea }>) => void) => void;
  'idea:object': (command: IdeaSentence, ack: (ack: Ack<Done>) => void) => void;
  'idea:erase': (command: IdeaRef, ack: (ack: Ack<Done>) => void) => void;
  'idea:seen': (command: SeenIdeas, ack: (ack: Ack<Record<string, never>>) => void) => void;
  /** The ids of the shown ideas, the least seen first. */
  'idea:chance': (command: RoundRef, ack: (ack: Ack<{ ideaIds: readonly string[] }>) => void) => void;

  /** By the maker. None of these moves a ballot. */
  'round:collect': (command: CollectIdeas, ack: (ack: Ack<Done>) => void) => void;
  'idea:publish': (command: IdeaRef, ack: (ack: Ack<Done>) => void) => void;
  'idea:fold': (command: FoldIdea, ack: (ack: Ack<Done>) => void) => void;
  'idea:unfold': (command: IdeaRef, ack: (ack: Ack<Done>) => void) => void;
  /** Why the idea stays folded. */
  'idea:answer': (command: IdeaSentence, ack: (ack: Ack<Done>) => void) => void;
  /** For what the law forbids: words and picture are erased for good, and a tombstone says so. */
  'idea:bury': (command: IdeaSentence, ack: (ack: Ack<Done>) => void) => void;
  'idea:merge': (command: MergeIdeas, ack: (ack: Ack<Done>) => void) => void;
  /** Takes one idea out of the one it was merged into. */
  'idea:split': (command: IdeaRef, ack: (ack: Ack<Done>) => void) => void;
  'idea:promote': (command: PromoteIdeas, ack: (ack: Ack<{ draftId: string }>) => void) => void;

  /** Publishes the outcome of a revealed round, or corrects it. */
  'outcome:publish': (command: PublishOutcome, ack: (ack: Ack<Done>) => void) => void;
  'outcome:remove': (command: RoundRef, ack: (ack: Ack<Done>) => void) => void;
  'outcome:step': (command: AddStep, ack: (ack: Ack<Done>) => void) => void;
  /** Takes the last step back. */
  'outcome:unstep': (command: RoundRef, ack: (ack: Ack<Done>) => void) => void;
  'stage:show': (command: ShowScene, ack: (ack: Ack<Done>) => void) => void;
  /** Every act on the board, newest first. */
  'board:log': (command: BoardRef, ack: (ack: Ack<readonly LogLine[]>) => void) => void;

  'credit:give': (command: GiveCredit, ack: (ack: Ack<{ credit: OwnCredit }>) => void) => void;
  'credit:withdraw': (command: BoardRef, ack: (ack: Ack<Done>) => void) => void;
  'mine:read': (command: BoardRef, ack: (ack: Ack<MyData>) => void) => void;
  'mine:erase': (command: EraseMine, ack: (ack: Ack<{ ballots: number; ideas: number }>) => void) => void;
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
  /** Another window of the same device has voted or withdrawn. */
  ballot: (cast: BallotCast) => void;
  /** What became of this participant's own ideas and name. */
  mine: (mine: Mine) => void;
  /** The board was removed, or the stage link renewed. */
  gone: () => void;
}
