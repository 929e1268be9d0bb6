import type { Entry } from '../../../shared/entry.ts';
import { words } from '../../lib/words.ts';

const NAMED = 4;

/** "„Eiche“ und „Nussbaum“"; of many only the first, and how many more. */
export function titlesOf(entries: readonly Pick<Entry, 'title'>[]): string {
  const quoted = entries
    .slice(0, NAMED)
    .map(({ title }) => (words.language === 'de' ? `„${title}“` : `“${title}”`));
  const more = entries.length - quoted.length;
  return words.list(more > 0 ? [...quoted, `+ ${words.number(more)}`] : quoted);
}
