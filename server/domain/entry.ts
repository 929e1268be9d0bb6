import type { Draft } from '../../shared/entry.ts';
import type { StoredIdea } from './idea.ts';

/** What stands in a round: the maker's drafts, or the participants' ideas. */
export type Entry = Draft | StoredIdea;
