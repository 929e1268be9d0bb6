import type { Board } from '../domain/board.ts';
import type { Change } from '../domain/change.ts';
import { isIdea } from '../domain/idea.ts';
import { findRound } from '../domain/round.ts';

/** The participants whose own ideas or name the change has touched; `before`: the board that still has all authors. */
export function concernedBy(change: Change, before: Board): ReadonlySet<string> {
  switch (change.kind) {
    case 'idea-added':
      return authors([change.idea]);
    case 'ideas-changed': {
      const touched = new Set(change.ideas.map(({ ideaId }) => ideaId));
      const ideas = findRound(before, change.roundId)?.entries.filter(isIdea) ?? [];
      return authors(ideas.filter(({ id }) => touched.has(id)));
    }
    case 'round-removed':
      return authors(findRound(before, change.roundId)?.entries.filter(isIdea) ?? []);
    case 'credit-given':
      return new Set([change.credit.participant]);
    case 'credit-withdrawn':
      return new Set(
        before.credits.flatMap(({ id, participant }) => (id === change.creditId ? participant : [])),
      );
    default:
      return new Set();
  }
}

function authors(ideas: readonly { readonly author: string | null }[]): ReadonlySet<string> {
  return new Set(ideas.flatMap(({ author }) => author ?? []));
}
