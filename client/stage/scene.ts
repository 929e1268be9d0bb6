import type { BoardView, RoundView } from '../../shared/board-view.ts';
import type { Draft } from '../../shared/entry.ts';
import { letter } from '../lib/letter.ts';
import { standings } from '../lib/standing.ts';

/** The stage shows this many drafts at once; of more it shows the ones in front. */
const MOST_TILES = 12;

/** What the stage shows for a view. */
export type Scene = { readonly kind: 'waiting' } | RoundScene;

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

/** One draft as the stage shows it. */
export interface Standing {
  readonly draft: Draft;
  /** What every screen calls it. */
  readonly letter: string;
  readonly votes: number;
  /** Part of all ballots that hold this draft, 0..1. */
  readonly share: number;
  /** 1 = in front; equal votes share a place. */
  readonly place: number;
  /** In front, alone or tied, with at least one vote. */
  readonly leads: boolean;
}

const KINDS = { draft: 'preview', open: 'open', closed: 'closed', revealed: 'revealed' } as const;

export function sceneFor(view: BoardView): Scene {
  const round = view.rounds.find(({ id }) => id === view.head.currentRoundId);
  if (!round) return { kind: 'waiting' };
  const kind = KINDS[round.status];
  const counted = kind !== 'preview' && round.tally.counts !== null;
  const all = standingsOf(round);
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

/** All drafts of a round in the maker's order; a hidden tally reads as zeros. */
function standingsOf(round: RoundView): readonly Standing[] {
  return standings(round).map(({ draft, index, count, share, rank, first }) => ({
    draft,
    letter: letter(index),
    votes: count ?? 0,
    share,
    place: rank ?? 1,
    leads: first,
  }));
}

/** In front first; equal votes keep the maker's order. */
export function byPlace(standings: readonly Standing[]): readonly Standing[] {
  return [...standings].sort((a, b) => a.place - b.place);
}
