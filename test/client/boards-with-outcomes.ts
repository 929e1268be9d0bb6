import type { BoardView, OwnBallot, RoundView } from '../../shared/board-view.ts';
import type { Draft, Idea } from '../../shared/entry.ts';
import type { OwnIdea } from '../../shared/mine.ts';
import type { Outcome } from '../../shared/outcome.ts';
import { makeRound, makeView } from './views.ts';

/** The end of 12 March 2027 in Berlin. */
export const PROMISED = Date.parse('2027-03-12T22:59:59.999Z');
export const DAY = 86_400_000;

export function makeIdea(id: string, fields: Partial<Idea> = {}): Idea {
  return { id, title: `Idee ${id}`, text: '', picture: null, alt: '', state: 'shown', at: 1_000, ...fields };
}

export function makeDraft(id: string, origin: readonly string[] = []): Draft {
  return { id, title: `Titel ${id}`, text: '', picture: null, alt: '', origin };
}

export function makeOutcome(fields: Partial<Outcome> = {}): Outcome {
  return {
    chosen: ['walnut'],
    reason: '',
    text: 'Wird im Winter gebaut.',
    picture: null,
    alt: '',
    promise: { text: 'Zwölf Stück', by: PROMISED },
    steps: [],
    publishedAt: 40_000,
    changedAt: 40_000,
    ...fields,
  };
}

/** shelf + cable (with trunk merged into it) → walnut → outcome; drawer → oak. */
export function makeFamily(fields: Partial<RoundView> = {}): {
  ideas: RoundView;
  wood: RoundView;
  view: BoardView;
} {
  const ideas = makeRound({
    id: 'ideas',
    kind: 'ideas',
    question: 'Was soll er können?',
    status: 'revealed',
    rule: { kind: 'approve' },
    ideas: { whileVoting: false, review: false, pictures: false, each: 3 },
    entries: [
      makeIdea('shelf', { by: 'Ana' }),
      makeIdea('cable'),
      makeIdea('trunk', { state: 'merged', into: 'cable' }),
      makeIdea('drawer'),
      makeIdea('junk', { title: '', state: 'folded', reason: 'spam' }),
      makeIdea('rude', { title: '', state: 'folded', reason: 'insult' }),
    ],
    tally: { version: 1, ballots: 30, counts: [20, 12, 0, 5, 0, 0] },
  });
  const wood = makeRound({
    status: 'revealed',
    entries: [makeDraft('oak', ['drawer']), makeDraft('walnut', ['shelf', 'cable']), makeDraft('ash')],
    tally: { version: 4, ballots: 35, counts: [9, 21, 5] },
    ...fields,
  });
  return { ideas, wood, view: { ...makeView(wood), rounds: [ideas, wood] } };
}

export function makeOwnIdea(id: string, fields: Partial<OwnIdea> = {}): OwnIdea {
  const { title, text, picture, alt, state, at } = makeIdea(id);
  return { id, roundId: 'ideas', title, text, picture, alt, state, at, ...fields };
}

export function makeBallot(entries: readonly string[], roundId = 'wood'): OwnBallot {
  return { roundId, run: 1, rev: 1, entries };
}
