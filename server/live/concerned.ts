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

/** The same for what others have committed: `next` holds the very objects of `before` where nothing has changed. */
export function concernedBetween(before: Board, next: Board): ReadonlySet<string> {
  const roundIds = new Set([...before.rounds, ...next.rounds].map(({ id }) => id));
  const ideas = [...roundIds].flatMap((id) => {
    const [old, now] = [findRound(before, id)?.entries ?? [], findRound(next, id)?.entries ?? []];
    return old === now ? [] : unshared(old, now).filter(isIdea);
  });
  const names = unshared(before.credits, next.credits).map(({ participant }) => participant);
  return new Set([...authors(ideas), ...names]);
}

function unshared<T>(before: readonly T[], next: readonly T[]): T[] {
  const [old, now] = [new Set(before), new Set(next)];
  return [...before.filter((one) => !now.has(one)), ...next.filter((one) => !old.has(one))];
}

function authors(ideas: readonly { readonly author: string | null }[]): ReadonlySet<string> {
  return new Set(ideas.flatMap(({ author }) => author ?? []));
}
