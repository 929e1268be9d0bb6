import type { BoardView, RoundView } from '../../shared/board-view.ts';
import type { Idea } from '../../shared/entry.ts';
import { makeRound, makeView } from './views.ts';

export function anIdea(id: string, fields: Partial<Idea> = {}): Idea {
  return { id, title: `Titel ${id}`, text: '', picture: null, alt: '', state: 'shown', at: 1_000, ...fields };
}

export function ideasRound(ideas: readonly Idea[], fields: Partial<RoundView> = {}): RoundView {
  return makeRound({
    id: 'wishes',
    kind: 'ideas',
    rule: { kind: 'approve' },
    ideas: { whileVoting: true, review: true, pictures: false, each: 3 },
    collecting: true,
    entries: ideas,
    tally: { version: 1, ballots: 0, counts: ideas.map(() => 0) },
    ...fields,
  });
}

export function ideasView(ideas: readonly Idea[], fields: Partial<RoundView> = {}): BoardView {
  return makeView(ideasRound(ideas, fields));
}
