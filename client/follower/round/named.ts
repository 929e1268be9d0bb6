import { isIdea } from '../../../shared/entry.ts';
import { letter, saysLetter } from '../../lib/letter.ts';
import type { Standing } from '../../lib/standing.ts';
import { words } from '../../lib/words.ts';
import type { FollowerTexts } from '../texts.ts';

/** „Nussbaum“ (B) und „Eiche“ (A): a draft with its letter, where the title does not say it. Ideas have none. */
export function named(entries: readonly Pick<Standing, 'draft' | 'index'>[], t: FollowerTexts): string {
  return words.list(
    entries.map(({ draft, index }) =>
      isIdea(draft) || saysLetter(draft.title, index)
        ? t.quoted(draft.title)
        : t.named(letter(index), draft.title),
    ),
  );
}

/** Thanks to whoever had the ideas: by name where one was left, else by number. */
export function originWords(names: readonly (string | null)[], t: FollowerTexts): string | null {
  const known = [...new Set(names.filter((name) => name !== null))];
  if (names.length === 0) return null;
  return known.length > 0 ? t.fromIdeaOf(words.list(known)) : t.fromIdeas(names.length);
}
