import type { FoldReason, GoneReason, IdeaState, Objection, Picture } from './entry.ts';
import type { OwnBallot, Time } from './board-view.ts';

/** What a device is told about what it has handed in itself: on joining, and whenever it changes. */
export interface Mine {
  readonly ideas: readonly OwnIdea[];
  /** The rounds of own ideas that are gone, once for each: they count among those one may hand in. */
  readonly erased?: readonly string[];
  readonly credit: OwnCredit | null;
}

/** One's own idea, words and all, whatever became of it. */
export interface OwnIdea {
  readonly id: string;
  readonly roundId: string;
  readonly title: string;
  readonly text: string;
  readonly picture: Picture | null;
  readonly alt: string;
  readonly at: Time;
  readonly state: IdeaState;
  /** Of a folded or gone one: the category, and the maker's sentence. */
  readonly reason?: FoldReason | GoneReason;
  readonly sentence?: string;
  readonly objection?: Objection;
  /** The one objection was made, also where unfolding has settled it. */
  readonly objected?: boolean;
  /** Of a merged one. */
  readonly into?: string;
}

/** The name somebody left for the credits, and the consent to show it. */
export interface OwnCredit {
  readonly name: string;
  /** Which wording of the consent was agreed to, and when. */
  readonly consent: number;
  readonly at: Time;
}

/** Everything stored about a device on one board, for its owner to read and to keep. */
export interface MyData extends Mine {
  readonly board: { readonly id: string; readonly title: string };
  readonly participant: string;
  readonly ballots: readonly (OwnBallot & {
    readonly question: string;
    readonly titles: readonly string[];
  })[];
  /** When all of this is deleted; `null`: while a round is open, or none was held. */
  readonly endsAt: Time | null;
}

/** The wording of the consent in `messages/`; a changed wording gets the next number. */
export const CONSENT = 1;
