import type { Accent, Language } from './limits.ts';

/** Times are milliseconds since 1970, by the server's clock. Ids are opaque strings. */
export type Time = number;

export type RoundStatus = 'draft' | 'open' | 'closed' | 'revealed';

/** `choose`: min..max entries. `approve`: any number, at least one. */
export type BallotRule =
  { readonly kind: 'choose'; readonly min: number; readonly max: number } | { readonly kind: 'approve' };

/**
 * Who sees the tally before the reveal. `live`: everyone, all the time. `after-vote`: whoever has voted, and the
 * maker. `after-close`: nobody while it is open, not even the maker; then the maker; all at the reveal.
 */
export type ResultsShown = 'live' | 'after-vote' | 'after-close';

/** Who is looking. What an audience must not see is not sent to it. */
export type Audience = 'follower' | 'voter' | 'stage' | 'maker';

/** A picture by the hash of its bytes: `/media/<hash>-1600.webp`, `/media/<hash>-480.webp`, cached for ever. */
export interface Picture {
  readonly hash: string;
  /** Size in pixels of the 1600 rendition. */
  readonly width: number;
  readonly height: number;
  /** `data:image/webp;base64,…` of about 16 pixels, shown until the picture is there. */
  readonly blur: string;
}

export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly picture: Picture | null;
  /** What the picture shows, for those who cannot see it; empty: the title stands for it. */
  readonly alt: string;
}

/** How a run of a round stands. `counts[i]` belongs to `entries[i]` of the round at the same `seq` of the board. */
export interface Tally {
  /** Grows with every commit of ballots of this run; an older version never replaces a newer one. */
  readonly version: number;
  readonly ballots: number;
  /** `null`: hidden from this audience. Then the server did not send it. */
  readonly counts: readonly number[] | null;
}

/** A round without its entries. */
export interface RoundHead {
  readonly id: string;
  readonly kind: 'drafts';
  readonly question: string;
  readonly status: RoundStatus;
  /** Which opening of the round this is: 0 = never opened, 1 = first, … */
  readonly run: number;
  readonly rule: BallotRule;
  readonly results: ResultsShown;
  /** How long the round is meant to stay open once opened, in seconds; `null`: until the maker closes it. */
  readonly seconds: number | null;
  readonly openedAt: Time | null;
  /** End time set for the open run; `null`: none. */
  readonly closesAt: Time | null;
  readonly closedAt: Time | null;
  readonly tally: Tally;
}

export interface RoundView extends RoundHead {
  readonly entries: readonly Draft[];
}

/** A board without its rounds. */
export interface BoardHead {
  readonly id: string;
  readonly slug: string;
  readonly joinCode: string;
  readonly title: string;
  /** Worum es geht: why the maker asks and what will happen with the vote. */
  readonly reason: string;
  readonly makerName: string;
  readonly accent: Accent;
  readonly language: Language;
  /** The round on the phones and on the stage; `null`: nothing is shown yet. */
  readonly currentRoundId: string | null;
}

/** Everything one audience may see of a board, at structural version `seq`. */
export interface BoardView {
  readonly seq: number;
  readonly head: BoardHead;
  /** Followers and the stage get rounds that were opened at least once, and the current one; the maker gets all. */
  readonly rounds: readonly RoundView[];
  /** Phones that have the board open right now. */
  readonly present: number;
}

/** One structural change. `seq` is the board's next number; a gap means: ask for the view again. */
export interface BoardDelta {
  readonly seq: number;
  /** Several where one command moved several things (opening a round also makes it the current one). */
  readonly changes: readonly ViewChange[];
}

export type ViewChange =
  | { readonly kind: 'board'; readonly head: BoardHead }
  /** A new round, or one this audience did not see before; `at` is its index. */
  | { readonly kind: 'round-added'; readonly at: number; readonly round: RoundView }
  | { readonly kind: 'round'; readonly round: RoundHead }
  | { readonly kind: 'round-removed'; readonly roundId: string }
  | { readonly kind: 'rounds-ordered'; readonly roundIds: readonly string[] }
  /** All entries of a round in order; sent with the round's tally reset to zeros, before any ballot. */
  | {
      readonly kind: 'entries';
      readonly roundId: string;
      readonly entries: readonly Draft[];
      readonly tally: Tally;
    };

/** What a tick tells: one small frame, safe to lose, because the next one says everything again. */
export interface TallyFrame {
  /** The board's structural version this frame was made at: newer than ours = we missed a delta. */
  readonly seq: number;
  readonly present: number;
  /** The open or just closed round, if it has something to tell. */
  readonly roundId?: string;
  readonly run?: number;
  readonly tally?: Tally;
}

/** A participant's own ballot, as the server counted it. */
export interface OwnBallot {
  readonly roundId: string;
  readonly run: number;
  /** The device's number for this ballot: a higher one replaces a lower one, whatever order they arrive in. */
  readonly rev: number;
  readonly entries: readonly string[];
}

/** What the maker sees beside the view. */
export interface MakerBoard {
  readonly stageToken: string;
  readonly createdAt: Time;
}

/** A line in the studio's list of boards. */
export interface BoardSummary {
  readonly id: string;
  readonly slug: string;
  readonly joinCode: string;
  readonly title: string;
  readonly language: Language;
  readonly accent: Accent;
  readonly rounds: number;
  readonly openRounds: number;
  readonly picture: Picture | null;
  readonly createdAt: Time;
}
