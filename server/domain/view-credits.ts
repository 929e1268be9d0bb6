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
  const view = board.credits.map((credit) => viewCredit(credit, ideas.get(credit.participant) ?? []));
  boards.set(board, view);
  return view;
}

const NOBODY: readonly Credit[] = [];
const boards = new WeakMap<Board, readonly Credit[]>();
const credits = new WeakMap<StoredCredit, Credit>();

function viewCredit(stored: StoredCredit, ideas: readonly string[]): Credit {
  const known = credits.get(stored);
  if (known && known.ideas.join() === ideas.join()) return known;
  const credit = { id: stored.id, name: stored.name, ideas };
  credits.set(stored, credit);
  return credit;
}

/** By author. */
function readableIdeas({ rounds }: Board): ReadonlyMap<string, readonly string[]> {
  const ideas = new Map<string, string[]>();
  for (const entry of rounds.flatMap(({ entries }) => entries)) {
    if (!isIdea(entry) || entry.author === null || !isReadable(entry.state)) continue;
    const own = ideas.get(entry.author);
    if (own) own.push(entry.id);
    else ideas.set(entry.author, [entry.id]);
  }
  return ideas;
}
