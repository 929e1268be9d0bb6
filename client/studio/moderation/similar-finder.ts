import type { RoundView } from '../../../shared/board-view.ts';
import { type Idea, isIdea } from '../../../shared/entry.ts';
import type { Language } from '../../../shared/limits.ts';

const OFFERED = 6;

/** Ideas of a round that say nearly the same as these; the word stems come along only when they are asked for. */
export async function similarTo(
  ideas: readonly Idea[],
  round: RoundView,
  language: Language,
): Promise<readonly Idea[]> {
  const { SimilarIdeas } = await import('../../lib/similar.ts');
  const all = mergeable(round);
  const similar = new SimilarIdeas(language);
  similar.add(all);
  const asked = new Set(ideas.map(({ id }) => id));
  const found = ideas.flatMap(({ title }) => similar.find(title, OFFERED, (id) => !asked.has(id)));
  return [...new Set(found)].flatMap((id) => all.find((idea) => idea.id === id) ?? []).slice(0, OFFERED);
}

/** [M4] Only what is shown or waits is merged. */
export function mergeable({ entries }: RoundView): readonly Idea[] {
  return entries.filter(isIdea).filter(({ state }) => state === 'shown' || state === 'waiting');
}
