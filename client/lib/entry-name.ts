import { type Entry, isIdea } from '../../shared/entry.ts';
import { letter, saysLetter } from './letter.ts';
import type { OutcomeTexts } from './outcome-texts.ts';

type NameTexts = Pick<OutcomeTexts, 'quoted' | 'named' | 'without'>;

/** An entry inside a sentence: a draft with its letter, an idea by its title, one without words by what it is. */
export function entryName(t: NameTexts, entry: Entry, index: number): string {
  if (!isIdea(entry)) {
    return saysLetter(entry.title, index) ? t.quoted(entry.title) : t.named(letter(index), entry.title);
  }
  return entry.title ? t.quoted(entry.title) : wordless(t, entry.state);
}

/** What an idea is called whose words are not shown. */
export function wordless(t: Pick<OutcomeTexts, 'without'>, state: string): string {
  if (state === 'waiting' || state === 'folded') return t.without[state];
  return t.without.gone;
}
