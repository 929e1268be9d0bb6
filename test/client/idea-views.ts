import type { RoundView } from '../../shared/board-view.ts';
import type { Idea } from '../../shared/entry.ts';
import type { OwnIdea } from '../../shared/mine.ts';
import { makeRound } from './views.ts';

export function makeIdea(id: string, fields: Partial<Idea> = {}): Idea {
  return { id, title: `Idee ${id}`, text: '', picture: null, alt: '', state: 'shown', at: 1_000, ...fields };
}

export function makeOwn(id: string, fields: Partial<OwnIdea> = {}): OwnIdea {
  const { title, text, picture, alt, at } = makeIdea(id);
  return { id, roundId: 'wishes', title, text, picture, alt, at, state: 'shown', ...fields };
}

/** An open round of ideas that takes new ones; all counts are zero. */
export function makeIdeasRound(ideas: readonly Idea[], fields: Partial<RoundView> = {}): RoundView {
  return makeRound({
    id: 'wishes',
    kind: 'ideas',
    question: 'Was fehlt dir in der Küche?',
    rule: { kind: 'approve' },
    ideas: { whileVoting: true, review: false, pictures: true, each: 3 },
    collecting: true,
    tally: { version: 1, ballots: 0, counts: ideas.map(() => 0) },
    entries: ideas,
    ...fields,
  });
}
