import type { BoardView, RoundView } from '../../shared/board-view.ts';
import { type Entry, isIdea } from '../../shared/entry.ts';

/** An entry with its round, and what it came from: a draft from its ideas, an idea from those merged into it. */
export interface Ancestor {
  readonly entry: Entry;
  readonly round: RoundView;
  /** Place in its round: a draft's letter. */
  readonly index: number;
  readonly from: readonly Ancestor[];
}

/** The family tree of a decision: each chosen entry with all it came from. */
export function familyOf(view: BoardView, round: RoundView): readonly Ancestor[] {
  return placed(view, round, round.outcome?.chosen ?? []);
}

/** The ideas a draft was made from, as far as this audience sees their rounds. */
export function originsOf(view: BoardView, entry: Entry): readonly Ancestor[] {
  if (isIdea(entry)) return [];
  const origin = entry.origin ?? [];
  return view.rounds.flatMap((round) => (round.kind === 'ideas' ? placed(view, round, origin) : []));
}

/** The drafts that were made of an idea, or of the one it was merged into, newest round last. */
export function draftsFrom(view: BoardView, ideaId: string): readonly Ancestor[] {
  const ids = new Set(lineOf(view, ideaId));
  return view.rounds.flatMap((round) =>
    round.entries.flatMap((entry, index) =>
      !isIdea(entry) && entry.origin?.some((id) => ids.has(id)) ? [{ entry, round, index, from: [] }] : [],
    ),
  );
}

/** The rounds in which drafts made of this round's ideas are put to the vote. */
export function continuedIn(view: BoardView, round: RoundView): readonly RoundView[] {
  if (round.kind !== 'ideas') return [];
  const ids = new Set(round.entries.map(({ id }) => id));
  return view.rounds.filter(({ entries }) =>
    entries.some((entry) => !isIdea(entry) && entry.origin?.some((id) => ids.has(id))),
  );
}

/** Every entry that one round put on its way into this one's decision: for the family tree to be worth drawing. */
export function hasAncestors(family: readonly Ancestor[]): boolean {
  return family.some(({ entry, from }) => isIdea(entry) || from.length > 0);
}

/** An idea and, where it was merged, the ones it went into. */
function lineOf(view: BoardView, ideaId: string): readonly string[] {
  const ideas = view.rounds.flatMap(({ entries }) => entries.filter(isIdea));
  const line: string[] = [];
  for (let id: string | undefined = ideaId; id !== undefined && !line.includes(id);) {
    line.push(id);
    const here: string = id;
    id = ideas.find((idea) => idea.id === here)?.into;
  }
  return line;
}

function placed(view: BoardView, round: RoundView, ids: readonly string[]): Ancestor[] {
  return ids.flatMap((id) => {
    const index = round.entries.findIndex((entry) => entry.id === id);
    const entry = round.entries[index];
    if (entry === undefined) return [];
    const from = isIdea(entry) ? mergedInto(round, id) : originsOf(view, entry);
    return [{ entry, round, index, from }];
  });
}

/** All that was merged into an idea, at whatever remove: side by side, because none of them was first. */
function mergedInto(round: RoundView, id: string, seen = new Set([id])): Ancestor[] {
  return round.entries.flatMap((entry, index) => {
    if (!isIdea(entry) || entry.into !== id || seen.has(entry.id)) return [];
    seen.add(entry.id);
    return [{ entry, round, index, from: [] }, ...mergedInto(round, entry.id, seen)];
  });
}
