import type { BoardView, RoundView } from '../../shared/board-view.ts';
import { type Entry, type Idea, isIdea, isVotable } from '../../shared/entry.ts';
import type { Outcome } from '../../shared/outcome.ts';
import { letter } from '../lib/letter.ts';
import { standings } from '../lib/standing.ts';

/** The stage shows this many drafts at once; of more it shows the ones in front. */
const MOST_TILES = 12;

/** What the stage shows for a view. */
export type Scene =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'credits' }
  | { readonly kind: 'wall'; readonly round: RoundView }
  | IdeaScene
  | OutcomeScene
  | RoundScene;

export interface IdeaScene {
  readonly kind: 'idea';
  readonly round: RoundView;
  readonly idea: Idea;
}

export interface OutcomeScene {
  readonly kind: 'outcome';
  readonly round: RoundView;
  readonly outcome: Outcome;
}

export interface RoundScene {
  readonly kind: 'preview' | 'open' | 'closed' | 'revealed';
  readonly round: RoundView;
  /** At most MOST_TILES: in the maker's order, or by rank where there are more. */
  readonly standings: readonly Standing[];
  /** How many drafts are not among them. */
  readonly more: number;
  /** Bars and numbers may be drawn: the tally is not hidden and voting has begun. */
  readonly counted: boolean;
  /** Ids of the winning drafts; several in a tie, none before the reveal or without ballots. */
  readonly winners: readonly string[];
}

/** One entry as the stage shows it. */
export interface Standing {
  readonly draft: Entry;
  /** What every screen calls it: a draft's letter, the place of an idea. */
  readonly letter: string;
  /** Ballots, points or pairs won. */
  readonly votes: number;
  /** Length of its bar, 0..1: part of all that one entry can get; in a duel its chance. */
  readonly share: number;
  /** Only of `rank`: how many put it first. */
  readonly firsts: number | null;
  /** Only of `duel`, 0..1, with its 95 % interval. */
  readonly chance: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** 1 = in front; equal votes share a place. */
  readonly place: number;
  /** In front, alone or tied, with at least one vote. */
  readonly leads: boolean;
}

const KINDS = { draft: 'preview', open: 'open', closed: 'closed', revealed: 'revealed' } as const;

/** The scene the maker put there; else the current round: ideas as a wall until their result is revealed. */
export function sceneFor(view: BoardView): Scene {
  const round = view.rounds.find(({ id }) => id === view.head.currentRoundId);
  return chosenScene(view) ?? (round ? sceneOf(round) : { kind: 'waiting' });
}

function sceneOf(round: RoundView): Scene {
  const wall = round.kind === 'ideas' && round.status !== 'revealed' && round.rule.kind !== 'duel';
  return wall || isBare(round) ? { kind: 'wall', round } : barsOf(round);
}

/** Ideas that nobody has compared yet lie on the wall, also where they will meet in duels. */
function isBare({ kind, status, tally }: RoundView): boolean {
  return kind === 'ideas' && status !== 'revealed' && (tally.counts === null || tally.ballots === 0);
}

/** `null` also where this audience is not sent what the scene is about. */
function chosenScene({ head, rounds }: BoardView): Scene | null {
  const { scene } = head;
  if (scene === null || scene.kind === 'credits') return scene;
  const round = rounds.find(({ id }) => id === scene.roundId);
  if (!round) return null;
  if (scene.kind === 'wall') return { kind: 'wall', round };
  if (scene.kind === 'outcome') return round.outcome && { kind: 'outcome', round, outcome: round.outcome };
  const idea = round.entries.find(({ id }) => id === scene.ideaId);
  return idea && isIdea(idea) && isVotable(idea) ? { kind: 'idea', round, idea } : null;
}

/** A round with its bars, whatever its entries are. */
export function barsOf(round: RoundView): RoundScene {
  const kind = KINDS[round.status];
  const { counts, ballots } = round.tally;
  // Before the first pair every chance is a half: that is no result.
  const counted = kind !== 'preview' && counts !== null && (round.rule.kind !== 'duel' || ballots > 0);
  const all = standingsOf(round, counted);
  const crowd = all.length > MOST_TILES;
  return {
    kind,
    round,
    standings: crowd ? (counted ? byPlace(all) : all).slice(0, MOST_TILES) : all,
    more: Math.max(0, all.length - MOST_TILES),
    counted,
    winners: kind === 'revealed' ? all.filter(({ leads }) => leads).map(({ draft }) => draft.id) : [],
  };
}

/** What is on the ballot, in the maker's order; a hidden tally reads as zeros. */
function standingsOf(round: RoundView, counted: boolean): readonly Standing[] {
  return standings(round)
    .filter(({ draft }) => isVotable(draft))
    .map(({ draft, index, count, rank, first, ...numbers }) => {
      const place = rank ?? 1;
      const mark = isIdea(draft) ? (counted ? `${place}.` : '') : letter(index);
      return { ...numbers, draft, letter: mark, votes: count ?? 0, place, leads: first };
    });
}

/** In front first; equal votes keep the maker's order. */
export function byPlace(standings: readonly Standing[]): readonly Standing[] {
  return [...standings].sort((a, b) => a.place - b.place);
}
