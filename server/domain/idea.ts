import type { FoldReason, GoneReason, Idea, IdeaState, Objection } from '../../shared/entry.ts';
import type { Time } from '../../shared/board-view.ts';
import type { Entry } from './entry.ts';

/** A participant's entry with everything that must not leave the server. */
export interface StoredIdea extends Omit<Idea, 'by' | 'sentence' | 'objection' | 'reason' | 'into'> {
  readonly state: IdeaState;
  readonly at: Time;
  /** The participant; `null`: erased at the author's wish. */
  readonly author: string | null;
  readonly reason: FoldReason | GoneReason | null;
  readonly sentence: string;
  readonly objection: Objection | null;
  readonly into: string | null;
}

export function isIdea(entry: Entry): entry is StoredIdea {
  return 'state' in entry;
}
