import type { FoldReason } from '../../../shared/entry.ts';
import type { Language } from '../../../shared/limits.ts';
import type { Keep } from '../../lib/keep.ts';
import { boardWords } from '../words.ts';

/** The sentence for a reason: the maker's own, where one was kept on this device, else the one it comes with. */
export function foldSentence(reason: FoldReason, language: Language, keep: Keep): string {
  return keep.read(keyOf(reason, language)) ?? boardWords(language).foldSentences[reason];
}

export function keepFoldSentence(reason: FoldReason, language: Language, keep: Keep, sentence: string): void {
  const own = sentence === boardWords(language).foldSentences[reason] ? null : sentence;
  keep.write(keyOf(reason, language), own);
}

function keyOf(reason: FoldReason, language: Language): string {
  return `mitwerk.fold.${language}.${reason}`;
}
