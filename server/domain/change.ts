import type {
  BallotRule,
  IdeaSettings,
  ResultsShown,
  RulesChange,
  StageScene,
  Terms,
  Time,
} from '../../shared/board-view.ts';
import type { Outcome } from '../../shared/outcome.ts';
import type { StoredCredit } from './credit.ts';
import type { StoredIdea } from './idea.ts';
import type { Draft } from '../../shared/entry.ts';
import type { Accent, Language } from '../../shared/limits.ts';
import type { Round } from './round.ts';

/** Everything that can happen to the structure of a board. Committed with the board it leads to, and kept as its log. */
export type Change =
  | { readonly kind: 'board-created' }
  | {
      readonly kind: 'board-updated';
      readonly fields: Partial<BoardFields & Terms>;
      /** The next version of the rules, where the fields are told in them. */
      readonly rules?: RulesChange;
    }
  | { readonly kind: 'stage-renewed'; readonly stageToken: string }
  | { readonly kind: 'round-added'; readonly at: number; readonly round: Round }
  | {
      readonly kind: 'round-updated';
      readonly roundId: string;
      readonly fields: Partial<RoundFields>;
      readonly rules?: RulesChange;
    }
  | { readonly kind: 'round-removed'; readonly roundId: string }
  | { readonly kind: 'round-moved'; readonly roundId: string; readonly to: number }
  | { readonly kind: 'round-shown'; readonly roundId: string | null }
  | {
      readonly kind: 'round-opened';
      readonly roundId: string;
      readonly run: number;
      readonly openedAt: Time;
      readonly closesAt: Time | null;
    }
  | { readonly kind: 'round-extended'; readonly roundId: string; readonly closesAt: Time }
  | { readonly kind: 'round-closed'; readonly roundId: string; readonly closedAt: Time }
  /** Closing was taken back: the same run goes on. */
  | { readonly kind: 'round-resumed'; readonly roundId: string; readonly closesAt: Time | null }
  /** Opening was taken back before any ballot came: the round stands as it stood before. */
  | { readonly kind: 'round-unopened'; readonly roundId: string }
  | { readonly kind: 'round-revealed'; readonly roundId: string }
  | { readonly kind: 'round-hidden'; readonly roundId: string }
  | { readonly kind: 'drafts-added'; readonly roundId: string; readonly drafts: readonly Draft[] }
  | {
      readonly kind: 'draft-updated';
      readonly roundId: string;
      readonly draftId: string;
      readonly fields: Partial<DraftFields>;
    }
  | { readonly kind: 'draft-removed'; readonly roundId: string; readonly draftId: string }
  | { readonly kind: 'draft-moved'; readonly roundId: string; readonly draftId: string; readonly to: number }
  | {
      readonly kind: 'collecting-changed';
      readonly roundId: string;
      readonly collecting: boolean;
      readonly rules?: RulesChange;
    }
  | { readonly kind: 'idea-added'; readonly roundId: string; readonly idea: StoredIdea }
  | {
      readonly kind: 'ideas-changed';
      readonly roundId: string;
      readonly act: IdeaAct;
      readonly ideas: readonly ChangedIdea[];
    }
  | {
      readonly kind: 'outcome-changed';
      readonly roundId: string;
      readonly act: OutcomeAct;
      readonly outcome: Outcome | null;
    }
  | { readonly kind: 'scene-shown'; readonly scene: StageScene | null }
  /** `replaces`: another name, which is gone now. */
  | { readonly kind: 'credit-given'; readonly credit: StoredCredit; readonly replaces: boolean }
  | { readonly kind: 'credit-withdrawn'; readonly creditId: string };

export interface ChangedIdea {
  readonly ideaId: string;
  readonly fields: Partial<StoredIdea>;
}

export type IdeaAct =
  | 'published'
  | 'folded'
  | 'unfolded'
  | 'objected'
  | 'answered'
  | 'buried'
  | 'merged'
  | 'split'
  /** By the author. */
  | 'erased';

export type OutcomeAct = 'published' | 'corrected' | 'removed' | 'kept' | 'postponed' | 'step-removed';

/** What a maker may set on a board. */
export interface BoardFields {
  readonly title: string;
  readonly reason: string;
  readonly makerName: string;
  readonly accent: Accent;
  readonly language: Language;
}

/** What a maker may set on a round before it is first opened. */
export interface RoundFields {
  readonly question: string;
  readonly rule: BallotRule;
  readonly results: ResultsShown;
  readonly seconds: number | null;
  readonly ideas: IdeaSettings | null;
}

/** What a maker may set on a draft before its round is first opened. */
export type DraftFields = Omit<Draft, 'id'>;

/** Some of the fields, as an update command carries them. */
export type Some<Fields> = { readonly [Key in keyof Fields]?: Fields[Key] | undefined };

/** The wished fields out of an update, and nothing else that came with it. */
export function given<Fields>(update: Some<Fields>, keys: readonly (keyof Fields)[]): Partial<Fields> {
  const fields: Partial<Fields> = {};
  for (const key of keys) {
    const wish = update[key];
    if (wish !== undefined) fields[key] = wish;
  }
  return fields;
}
