import type { BoardSummary, Time } from '../../shared/board-view.ts';
import { promisedBy } from '../../shared/outcome.ts';
import type { Board } from './board.ts';
import { isIdea } from './idea.ts';

/** A board in the maker's list. What a stranger hands in with an idea is not its face there either. */
export function viewSummary(board: Board): BoardSummary {
  const { id, slug, joinCode, title, language, accent, createdAt, rounds } = board;
  const drafts = rounds.flatMap(({ entries }) => entries.filter((entry) => !isIdea(entry)));
  return {
    id,
    slug,
    joinCode,
    title,
    language,
    accent,
    createdAt,
    rounds: rounds.length,
    openRounds: rounds.filter(({ status }) => status === 'open').length,
    promisedBy: nextPromise(rounds),
    picture: drafts.find(({ picture }) => picture !== null)?.picture ?? null,
  };
}

/** The earliest day that something is promised for and not kept yet; `null`: nothing is. */
function nextPromise(rounds: Board['rounds']): Time | null {
  const open = rounds.flatMap(({ outcome }) =>
    outcome && outcome.steps.at(-1)?.kind !== 'kept' ? (promisedBy(outcome) ?? []) : [],
  );
  return open.length === 0 ? null : Math.min(...open);
}
