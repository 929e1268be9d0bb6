import type { RejectionCode } from '../../shared/ack.ts';
import type { OwnBallot, Time } from '../../shared/board-view.ts';
import type { Ballot } from '../domain/ballot.ts';
import type { Board } from '../domain/board.ts';
import type { Change } from '../domain/change.ts';
import type { LoggedChange } from '../domain/log.ts';
import type { StoredTally } from '../domain/tally.ts';

/**
 * Commit. Where boards, ballots and the maker's access are kept; every call is atomic, and when its promise
 * resolves, what it wrote survives `kill -9`. A fault of the store rejects the promise: nothing was written then, or, if
 * a store on another machine fell silent, all of it may have been. Ballots can be handed in again then; a commit cannot:
 * read the board.
 * One contract suite (`test/support/store-contract.ts`) holds every adapter to these sentences.
 */
export interface Store extends AsyncDisposable {
  /** All boards, newest first. */
  listBoards(): Promise<readonly Board[]>;
  readBoard(boardId: string): Promise<Board | null>;
  /** The id of the board with this slug, join code or stage token; `null` if there is none. */
  findBoard(by: BoardKey): Promise<string | null>;
  /** Writes a new board; `taken` if its slug, join code or stage token belongs to another board. */
  createBoard(board: Board): Promise<'created' | 'taken'>;
  /**
   * Replaces the board by its next version, of its ideas those that the change names, and appends the change to its
   * log. Counts ballots anew where ideas are merged or split. `false`, and nothing is written, if `board.seq` is not
   * the stored seq + 1, or if an opening is taken back whose run has ballots by now. [C2] When the promise of a change
   * that erases resolves, what was erased is in no file any more; where somebody reads the file just then, after the
   * next commit.
   */
  commit(board: Board, change: Change, at: Time): Promise<boolean>;
  /** Removes a board with its rounds, ballots, ideas and log. Removing what is not there is no fault. */
  removeBoard(boardId: string): Promise<void>;
  /** [M7] The board's changes in order, without words or names of participants. */
  readLog(boardId: string): Promise<readonly LoggedChange[]>;
  /** Everything there is of a board, of one moment; `null` if there is none. */
  readWhole(boardId: string): Promise<WholeBoard | null>;
  /**
   * [X3] Writes a board as `readWhole` gives it, and counts its ballots. `exists`, and nothing is written, if it or one
   * of its rounds is here; `taken` if its slug, join code or stage token belongs to another board.
   */
  restoreBoard(whole: WholeBoard): Promise<'restored' | 'exists' | 'taken'>;

  /**
   * Takes all ballots of one run of a round in one transaction: checks there that this very run is open and `now`
   * is before its end, replaces each participant's ballot unless its `rev` is older, moves the counters by the
   * difference, bumps the tally's version if anything moved.
   */
  castBallots(batch: BallotBatch): Promise<BatchResult>;
  /** The counters of one run; zeros for a run without ballots. Entries nobody chose may be missing. */
  readTally(roundId: string, run: number): Promise<StoredTally>;
  /** The same, counted anew from the stored ballots; `version` is the counters'. */
  recount(roundId: string, run: number): Promise<StoredTally>;
  /** One participant's ballots of a board, all runs. */
  readBallots(boardId: string, participant: string): Promise<readonly OwnBallot[]>;

  /** Keeps the hash of a one-time maker link. */
  addMakerLink(hash: string, expiresAt: Time): Promise<void>;
  /** Uses a maker link up: `true` once, and only before it expires. */
  redeemMakerLink(hash: string, now: Time): Promise<boolean>;
  addMakerSession(hash: string, expiresAt: Time): Promise<void>;
  hasMakerSession(hash: string, now: Time): Promise<boolean>;
  removeMakerSession(hash: string): Promise<void>;
  /** Ends every session, and every link nobody has used yet. */
  removeMakerAccess(): Promise<void>;
  /** `true` once a maker link was ever redeemed: the place has an owner. */
  hasMaker(): Promise<boolean>;
  /** The signing key of this installation, made with `make` on the first call. */
  signingKey(make: () => string): Promise<string>;
}

export type BoardKey =
  { readonly slug: string } | { readonly joinCode: string } | { readonly stageToken: string };

export interface WholeBoard {
  readonly board: Board;
  readonly log: readonly LoggedChange[];
  /** Those that took ballots, by round and run. */
  readonly runs: readonly StoredRun[];
}

export interface StoredRun {
  readonly roundId: string;
  readonly run: number;
  readonly tally: StoredTally;
  readonly cast: readonly KeptBallot[];
}

export type KeptBallot = Omit<Ballot, 'roundId' | 'run'>;

export interface BallotBatch {
  readonly boardId: string;
  readonly roundId: string;
  readonly run: number;
  readonly now: Time;
  /** In order of arrival; the same participant may appear several times. */
  readonly ballots: readonly Omit<Ballot, 'roundId' | 'run' | 'castAt'>[];
}

/** Either the whole batch is refused, or each ballot has its own answer, in the batch's order. */
export type BatchResult =
  | {
      readonly ok: false;
      readonly code: Extract<RejectionCode, 'not_found' | 'round_not_open' | 'round_closed' | 'run_over'>;
    }
  | { readonly ok: true; readonly tally: StoredTally; readonly answers: readonly BallotAnswer[] };

/**
 * `counted`: it replaced an older one or is the first. `repeated`: the same ballot is counted already.
 * `superseded`: `ballot`, with a rev as new or newer, counts instead.
 */
export interface BallotAnswer {
  readonly result: 'counted' | 'repeated' | 'superseded';
  /** The ballot that counts now. */
  readonly ballot: OwnBallot;
}

export type { LoggedChange, StoredTally };
