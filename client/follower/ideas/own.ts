import type { Mine, OwnIdea } from '../../../shared/mine.ts';
import type { IdeaTexts } from './texts.ts';

/** How many more ideas this device may hand in; those that were erased count. */
export function ideasLeft(each: number, roundId: string, mine: Mine | null, pending: number): number {
  const own = mine?.ideas.filter((idea) => idea.roundId === roundId).length ?? 0;
  const erased = mine?.erased?.filter((id) => id === roundId).length ?? 0;
  return Math.max(0, each - own - erased - pending);
}

interface Around {
  /** Title of the idea it was merged into; `null`: not to be seen. */
  readonly into: string | null;
  /** The drafts that were made of it, and the questions of their rounds. */
  readonly drafts: readonly { readonly title: string; readonly question: string }[];
}

/** What became of an own idea, in words. */
export function statusOf(idea: OwnIdea, around: Around, t: IdeaTexts): string {
  const drafts = around.drafts.map(({ title, question }) => t.becameDraft(title, question));
  return [standing(idea, around, t), ...drafts].join(' · ');
}

function standing({ state, reason }: OwnIdea, { into }: Around, t: IdeaTexts): string {
  switch (state) {
    case 'waiting':
      return t.waiting;
    case 'shown':
      return t.shown;
    case 'merged':
      return into === null ? t.mergedAway : t.mergedInto(into);
    case 'gone':
      return t.removed;
    case 'folded':
      return t.foldedFor(reason && reason in t.reasons ? t.reasons[reason as keyof typeof t.reasons] : '');
  }
}
