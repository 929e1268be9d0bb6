import { type Entry, FOLD_REASONS, isIdea } from '../../../shared/entry.ts';
import type { IdeaTexts } from './texts.ts';

/** What everybody may know of the ideas that are not shown, in sentences. */
export function publicLines(
  entries: readonly Entry[],
  t: Pick<IdeaTexts, 'folded' | 'reasons' | 'someWait' | 'illegal'>,
  number: (n: number) => string,
): readonly string[] {
  const ideas = entries.filter(isIdea);
  const folded = ideas.filter(({ state }) => state === 'folded');
  const reasons = FOLD_REASONS.map((reason) => ({
    reason,
    count: folded.filter((idea) => idea.reason === reason).length,
  })).filter(({ count }) => count > 0);
  const waiting = ideas.filter(({ state }) => state === 'waiting').length;
  const illegal = ideas.filter(({ state, reason }) => state === 'gone' && reason === 'illegal').length;
  return [
    ...(waiting > 0 ? [t.someWait(waiting, number(waiting))] : []),
    ...(folded.length > 0
      ? [
          t.folded(
            folded.length,
            reasons
              .map(({ reason, count }) => (reasons.length > 1 ? `${number(count)} ` : '') + t.reasons[reason])
              .join(', '),
          ),
        ]
      : []),
    ...(illegal > 0 ? [t.illegal(illegal)] : []),
  ];
}
