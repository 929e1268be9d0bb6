import type { BoardView, RoundView } from '../../../shared/board-view.ts';
import { type Idea, isIdea, type Objection } from '../../../shared/entry.ts';

/** An idea with what the inbox tells about it. */
export interface IdeaRow {
  readonly idea: Idea;
  readonly round: RoundView;
  /** Place of the round on the run sheet, from 1. */
  readonly number: number;
  /** Place in the round: counts go by it. */
  readonly index: number;
  /** Came in since the inbox was last left. */
  readonly fresh: boolean;
}

export const FILTERS = ['todo', 'fresh', 'all', 'shown', 'folded', 'merged', 'gone'] as const;
export type Filter = (typeof FILTERS)[number];
export const SORTS = ['new', 'old', 'top'] as const;
export type Sort = (typeof SORTS)[number];

/** Every idea of the board; `since`: when the inbox was last left. */
export function ideaRows(view: BoardView, since: number): readonly IdeaRow[] {
  return view.rounds.flatMap((round, at) =>
    round.kind === 'drafts'
      ? []
      : round.entries.flatMap((idea, index) =>
          isIdea(idea)
            ? [{ idea, round, number: at + 1, index, fresh: idea.at > since && idea.state !== 'gone' }]
            : [],
        ),
  );
}

/** The objection that waits for an answer. */
export function openObjection({ state, objection }: Idea): Objection | null {
  return state === 'folded' && objection?.answer === null ? objection : null;
}

export function isToDo(idea: Idea): boolean {
  return idea.state === 'waiting' || openObjection(idea) !== null;
}

export function fits({ idea, fresh }: IdeaRow, filter: Filter): boolean {
  if (filter === 'all') return true;
  if (filter === 'todo') return isToDo(idea);
  return filter === 'fresh' ? fresh : idea.state === filter;
}

export function countFilters(rows: readonly IdeaRow[]): Readonly<Record<Filter, number>> {
  const counts = { todo: 0, fresh: 0, shown: 0, folded: 0, merged: 0, gone: 0, all: 0 };
  for (const row of rows) for (const filter of FILTERS) if (fits(row, filter)) counts[filter] += 1;
  return counts;
}

/** What is to be done stands in the order in which people wait, objections first; the rest as asked for. */
export function inOrder(rows: readonly IdeaRow[], filter: Filter, sort: Sort): readonly IdeaRow[] {
  const objects = (row: IdeaRow) => (openObjection(row.idea) ? 0 : 1);
  const older = (a: IdeaRow, b: IdeaRow) => a.idea.at - b.idea.at;
  return [...rows].sort((a, b) => {
    if (filter === 'todo') return objects(a) - objects(b) || older(a, b);
    if (sort === 'top') return (countOf(b) ?? 0) - (countOf(a) ?? 0) || older(a, b);
    return sort === 'old' ? older(a, b) : older(b, a);
  });
}

/** `null`: hidden. */
export function countOf({ round, index }: Pick<IdeaRow, 'round' | 'index'>): number | null {
  return round.tally.counts?.[index] ?? null;
}

/** Every word of the query stands somewhere in the idea; accents and case do not matter. */
export function matches(idea: Idea, query: string): boolean {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return words.every((word) => wordsOf(idea).includes(word));
}

/** Enough to choose from at a glance. */
const OFFERED = 6;

/** A few ideas with this in their words. */
export function findIdeas(ideas: readonly Idea[], query: string): readonly Idea[] {
  const found: Idea[] = [];
  for (const idea of ideas) {
    if (found.length === OFFERED) break;
    if (matches(idea, query)) found.push(idea);
  }
  return found;
}

/** Ideas that a draft can be made from. */
export function promotable(view: BoardView): readonly Idea[] {
  return view.rounds.flatMap(({ entries }) => entries.filter(isIdea).filter(({ state }) => state !== 'gone'));
}

const known = new WeakMap<Idea, string>();

/** Two thousand ideas are searched with every letter typed. */
function wordsOf(idea: Idea): string {
  const words = known.get(idea) ?? plain(`${idea.title} ${idea.text}`);
  known.set(idea, words);
  return words;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
