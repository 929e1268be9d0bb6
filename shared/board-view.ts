import type { Entry, Picture } from './entry.ts';
import type { Accent, Language } from './limits.ts';
import type { Outcome } from './outcome.ts';
import type { Tally, TallyMove } from './tally.ts';

/** Times are milliseconds since 1970, by the server's clock. Ids are opaque strings. */
export type Time = number;

export const ROUND_STATUSES = ['draft', 'open', 'closed', 'revealed'] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];

/**
 * `choose`: min..max entries. `approve`: any number, at least one. `rank`: up to `max` in order, worth max, max − 1, …
 * points (Borda). `points`: up to `budget` points, spread at will. `duel`: any number of pairs, each decided once.
 */
export type BallotRule =
  | { readonly kind: 'choose'; readonly min: number; readonly max: number }
  | { readonly kind: 'approve' }
  | { readonly kind: 'rank'; readonly max: number }
  | { readonly kind: 'points'; readonly budget: number }
  | { readonly kind: 'duel' };

/** How a round takes ideas. May change while it is open; that is announced. */
export interface IdeaSettings {
  /** New ideas may come while the voting is on; else they are collected before. */
  readonly whileVoting: boolean;
  /** New ideas are shown after the maker has looked at them. */
  readonly review: boolean;
  readonly pictures: boolean;
  /** How many ideas a participant may hand in. */
  readonly each: number;
}

/**
 * Who sees the tally before the reveal. `live`: everyone, all the time. `after-vote`: whoever has voted, and the
 * maker. `after-close`: nobody while it is open, not even the maker; then the maker; all at the reveal.
 */
export type ResultsShown = 'live' | 'after-vote' | 'after-close';

/** Who is looking. What an audience must not see is not sent to it. */
export type Audience = 'follower' | 'voter' | 'stage' | 'maker';

/** A round without its entries. */
export interface RoundHead {
  readonly id: string;
  readonly kind: 'drafts' | 'ideas';
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
  /** `null` in a round of drafts. */
  readonly ideas: IdeaSettings | null;
  /** Ideas can be handed in right now. */
  readonly collecting: boolean;
  /** `null`: nothing was decided yet. */
  readonly outcome: Outcome | null;
  readonly tally: Tally;
}

export interface RoundView extends RoundHead {
  readonly entries: readonly Entry[];
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
  readonly terms: Terms;
  readonly rules: Rules;
  /** When the board with all its ballots, ideas and pictures is deleted; `null`: not settled yet. */
  readonly endsAt: Time | null;
  /** What the stage shows instead of the current round's bars; `null`: the bars. */
  readonly scene: StageScene | null;
}

/** What a maker promises about the counting and keeping; told in the rules. */
export interface Terms {
  /** `votes`: what is in front is made. `maker`: the vote is advice. */
  readonly decides: 'votes' | 'maker';
  /** What happens when several share the first place. */
  readonly ties: 'maker' | 'runoff' | 'all';
  /** Days from the end of the last round, or from the last promised day, to the deletion. */
  readonly keepDays: number;
}

/** What the rules of a board tell; a change is announced by these names. */
export const RULE_TOPICS = ['decides', 'ties', 'keepDays', 'ideas'] as const;
export type RuleTopic = (typeof RULE_TOPICS)[number];

/** Version 1 stands when the first round is opened; each change after that makes the next one. */
export interface Rules {
  readonly version: number;
  /** Oldest first; none for version 1. */
  readonly changes: readonly RulesChange[];
}

export interface RulesChange {
  readonly version: number;
  readonly at: Time;
  readonly topics: readonly RuleTopic[];
  /** A round was open: those who were there were told. */
  readonly whileOpen: boolean;
}

/** `wall`: the ideas of a round, ranked live. `idea`: one of them, large. `outcome`: the decision. `credits`: thanks, rolling. */
export type StageScene =
  | { readonly kind: 'wall'; readonly roundId: string }
  | { readonly kind: 'idea'; readonly roundId: string; readonly ideaId: string }
  | { readonly kind: 'outcome'; readonly roundId: string }
  | { readonly kind: 'credits' };

/** A name among those who are thanked. Nothing tells which device it belongs to. */
export interface Credit {
  readonly id: string;
  readonly name: string;
  /** Ids of the ideas this person handed in. */
  readonly ideas: readonly string[];
}

/** Everything one audience may see of a board, at structural version `seq`. */
export interface BoardView {
  readonly seq: number;
  readonly head: BoardHead;
  /** Followers and the stage get rounds that were opened at least once or have ideas, and the current one; the maker gets all. */
  readonly rounds: readonly RoundView[];
  /** Those who left their name, oldest first; the stage and the maker get them, followers on the page of the outcome. */
  readonly credits: readonly Credit[];
  /** Phones that have the board open right now. */
  readonly present: number;
}

/** One structural change. `seq` is the board's next number; a gap means: ask for the view again. */
export interface BoardDelta {
  readonly seq: number;
  /** Where several were made on another node and are told at once: the number before the first of them. */
  readonly since?: number;
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
  /** An idea that is new, and then comes last with a count of zero, or one that has changed where it stands. */
  | { readonly kind: 'entry'; readonly roundId: string; readonly at: number; readonly entry: Entry }
  /** A name among those who are thanked that is new, and then comes last, or has changed; `null`: withdrawn. */
  | { readonly kind: 'credit'; readonly creditId: string; readonly credit: Credit | null }
  /** All entries of a round in order, and its tally with them. */
  | {
      readonly kind: 'entries';
      readonly roundId: string;
      readonly entries: readonly Entry[];
      readonly tally: Tally;
    };

/** What a tick tells: one small frame, safe to lose: the next one says everything again, or shows that one is missing. */
export interface TallyFrame {
  /** The board's structural version this frame was made at: newer than ours = we missed a delta. */
  readonly seq: number;
  readonly present: number;
  /** The open or just closed round, if it has something to tell. */
  readonly roundId?: string;
  readonly run?: number;
  readonly tally?: Tally;
  /** Instead of `tally` in a round of more than WHOLE_TALLY_ENTRIES. */
  readonly move?: TallyMove;
}

/** A participant's own ballot, as the server counted it. */
export interface OwnBallot {
  readonly roundId: string;
  readonly run: number;
  /** The device's number for this ballot: a higher one replaces a lower one, whatever order they arrive in. */
  readonly rev: number;
  /** `rank`: in order. `duel`: winner, loser, winner, loser, … Empty: withdrawn. */
  readonly entries: readonly string[];
  /** Of `points`: how many go to `entries[i]`. */
  readonly points?: readonly number[];
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
  /** The earliest promised day that is not kept yet; `null`: nothing is promised. */
  readonly promisedBy: Time | null;
  readonly picture: Picture | null;
  readonly createdAt: Time;
}
