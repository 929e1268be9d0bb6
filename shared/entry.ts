import type { Time } from './board-view.ts';

/** A picture by the hash of its bytes: `/media/<hash>-1600.webp`, `/media/<hash>-480.webp`, cached for ever. */
export interface Picture {
  readonly hash: string;
  /** Size in pixels of the 1600 rendition. */
  readonly width: number;
  readonly height: number;
  /** `data:image/webp;base64,…` of about 16 pixels, shown until the picture is there. */
  readonly blur: string;
}

interface Words {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly picture: Picture | null;
  /** What the picture shows, for those who cannot see it; empty: the title stands for it. */
  readonly alt: string;
}

/** A maker's entry. */
export interface Draft extends Words {
  /** Ids of the ideas of this board it was made from: credit follows them. */
  readonly origin?: readonly string[];
}

/**
 * `waiting` for the maker's review · `shown` · `folded` by the maker, with a reason · `merged` into another one, which
 * has its supporters now · `gone`: erased by its author, or a tombstone of what the law forbids. Only a shown one is
 * on the ballot; the others keep their place, because counts go by place.
 */
export type IdeaState = 'waiting' | 'shown' | 'folded' | 'merged' | 'gone';

/** Why an idea was folded. `illegal` and `author` are the reasons of those that are gone. */
export const FOLD_REASONS = ['spam', 'insult', 'off-topic', 'private'] as const;
export type FoldReason = (typeof FOLD_REASONS)[number];
export type GoneReason = 'illegal' | 'author';

/** The author's one objection to the folding, and what the maker answered. */
export interface Objection {
  readonly text: string;
  readonly at: Time;
  /** Why the idea stays folded; `null`: not answered yet. Unfolding answers by itself and leaves no objection. */
  readonly answer: string | null;
}

/** A participant's entry, as an audience gets it: of one that is waiting, folded or gone the words are not sent. */
export interface Idea extends Words {
  readonly state: IdeaState;
  readonly at: Time;
  /** The author's name, where one was left for the credits. */
  readonly by?: string;
  /** Of a folded or gone one. */
  readonly reason?: FoldReason | GoneReason;
  /** Of a merged one: the idea it belongs to now. */
  readonly into?: string;
  /** Makers only: the sentence that was written at folding, and the author's objection. */
  readonly sentence?: string;
  readonly objection?: Objection;
}

/** What can be voted for. */
export type Entry = Draft | Idea;

export function isIdea(entry: Entry): entry is Idea {
  return 'state' in entry;
}

/** Stands on the ballot now. */
export function isVotable(entry: Entry): boolean {
  return !isIdea(entry) || entry.state === 'shown';
}
