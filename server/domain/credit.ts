import type { OwnCredit } from '../../shared/mine.ts';

/** The name a participant left for the credits. `id` is what audiences get to know of the participant. */
export interface StoredCredit extends OwnCredit {
  readonly id: string;
  readonly participant: string;
}
