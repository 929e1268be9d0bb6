import type { Credit } from '../../shared/board-view.ts';
import type { Board } from './board.ts';
import type { StoredCredit } from './credit.ts';
import { isIdea } from './idea.ts';
import { isReadable } from './view-ideas.ts';

/** Those who left their name, with their ideas that everybody can read. What stays as it is stays the very object. */
export function viewCredits(board: Board): readonly Credit[] {
  if (board.credits.length === 0) return NOBODY;
  const known = boards.get(board);
  if (known) return known;
  const ideas = readableIdeas(board);
  const view = board.credits.map((credit) => viewCredit(credit, ideas.get(credit.participant) ?? NOTHING));
  boards.set(board, view);
  return view;
}

const NOBODY: readonly Credit[] = [];
const NOTHING: readonly string[] = [];
const boards = new WeakMap<Board, readonly Credit[]>();
const credits = new WeakMap<StoredCredit, Credit>();

function viewCredit(stored: StoredCredit, ideas: readonly string[]): Credit {
  const known = credits.get(stored);
  if (known && sameList(known.ideas, ideas)) return known;
  const credit = { id: stored.id, name: stored.name, ideas };
  credits.set(stored, credit);
  return credit;
}

function sameList(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id, at) => id === others[at]);
}

/** By author, of those who are thanked. */
function readableIdeas({ rounds, credits }: Board): ReadonlyMap<string, readonly string[]> {
  const ideas = new Map<string, string[]>(credits.map(({ participant }) => [participant, []]));
  for (const { entries } of rounds) {
    for (const entry of entries) {
      if (isIdea(entry) && entry.author !== null && isReadable(entry.state)) {
        ideas.get(entry.author)?.push(entry.id);
      }
    }
  }
  return ideas;
}
