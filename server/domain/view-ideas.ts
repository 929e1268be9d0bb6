import type { Entry as SeenEntry, Idea, IdeaState } from '../../shared/entry.ts';
import type { StoredCredit } from './credit.ts';
import type { Entry } from './entry.ts';
import { isIdea, type StoredIdea } from './idea.ts';

/**
 * [I5] The entries of a round as the maker, or as everybody else gets them. Remembered by what they are made from: an
 * idea that stays as it is stays the very object, so that a change is found among two thousand without comparing words.
 */
export function viewEntries(
  entries: readonly Entry[],
  credits: readonly StoredCredit[],
  forMaker: boolean,
): readonly SeenEntry[] {
  const known = views.get(entries);
  const view = known?.credits === credits ? known : viewAnew(entries, credits);
  if (view !== known) views.set(entries, view);
  return forMaker ? view.whole : view.told;
}

/** [I5] Whether others than the author and the maker get the words, and the author's name where one was left. */
export function isReadable(state: IdeaState): boolean {
  return state === 'shown' || state === 'merged';
}

interface Seen<T> {
  /** For everybody. */
  readonly told: T;
  /** For the maker. */
  readonly whole: T;
}

const views = new WeakMap<
  readonly Entry[],
  Seen<readonly SeenEntry[]> & { readonly credits: readonly StoredCredit[] }
>();
const ideas = new WeakMap<StoredIdea, Seen<Idea> & { readonly by: string | undefined }>();

const WORDLESS = { title: '', text: '', picture: null, alt: '' } as const;

function viewAnew(entries: readonly Entry[], credits: readonly StoredCredit[]) {
  const names = new Map(credits.map(({ participant, name }) => [participant, name]));
  const told: SeenEntry[] = [];
  const whole: SeenEntry[] = [];
  for (const entry of entries) {
    const by = isIdea(entry) && entry.author !== null ? names.get(entry.author) : undefined;
    const seen = isIdea(entry) ? viewIdea(entry, by) : { told: entry, whole: entry };
    told.push(seen.told);
    whole.push(seen.whole);
  }
  return { credits, told, whole };
}

function viewIdea(idea: StoredIdea, by: string | undefined): Seen<Idea> {
  const known = ideas.get(idea);
  if (known && known.by === by) return known;
  const { id, title, text, picture, alt, state, at, reason, sentence, objection, into } = idea;
  const words = { title, text, picture, alt };
  const standing = {
    state,
    at,
    ...(reason && { reason }),
    // A tombstone says in public why it stands there.
    ...(reason === 'illegal' && { sentence }),
  };
  const told: Idea = isReadable(state)
    ? {
        id,
        ...words,
        ...standing,
        ...(by !== undefined && { by }),
        ...(state === 'merged' && into && { into }),
      }
    : { id, ...WORDLESS, ...standing };
  const whole: Idea = isReadable(state)
    ? told
    : { id, ...words, ...standing, ...(sentence && { sentence }), ...(objection && { objection }) };
  const view = { told, whole, by };
  ideas.set(idea, view);
  return view;
}
