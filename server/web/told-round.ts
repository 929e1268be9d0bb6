import type { BoardView, RoundView } from '../../shared/board-view.ts';
import { type Entry, isVotable } from '../../shared/entry.ts';
import { places, share } from '../../shared/ranking.ts';
import { mostPerBallot } from '../../shared/tally.ts';

/** An entry of a revealed round with its numbers. */
export interface Placed {
  readonly entry: Entry;
  /** 1 = in front; equals share a place. */
  readonly place: number;
  /** Ballots, points or pairs won, see Tally. */
  readonly count: number;
  /** What it has of what one entry can get, 0..1. */
  readonly share: number;
  /** In front, alone or tied, with at least one vote. */
  readonly first: boolean;
}

/** The round a decision is told of: the one with the latest outcome, else the one that closed last. None before a reveal. */
export function toldRound({ rounds }: Pick<BoardView, 'rounds'>): RoundView | undefined {
  const revealed = rounds.filter(({ status }) => status === 'revealed');
  const at = ({ outcome, closedAt }: RoundView) => [outcome?.publishedAt ?? 0, closedAt ?? 0] as const;
  return revealed.toSorted((one, other) => {
    const [decided, closed] = at(one);
    const [otherDecided, otherClosed] = at(other);
    return otherDecided - decided || otherClosed - closed;
  })[0];
}

/** [T8] What is on the ballot, best first; equals in the order of the round. */
export function placed({ entries, tally, rule }: RoundView): readonly Placed[] {
  const { counts, ballots, duels } = tally;
  const { ranks, winners } = places(tally, entries.map(isVotable));
  const first = new Set(winners);
  return entries
    .flatMap((entry, index) => {
      const place = ranks[index] ?? null;
      return place === null ? [] : { entry, index, place };
    })
    .sort((one, other) => one.place - other.place)
    .map(({ entry, index, place }) => ({
      entry,
      place,
      count: counts?.[index] ?? 0,
      share: duels?.chance[index] ?? share(counts?.[index] ?? 0, ballots, mostPerBallot(rule)),
      first: first.has(index),
    }));
}

/** What is made: what the maker chose, else the winners. */
export function chosenEntries(round: RoundView): readonly Entry[] {
  const { outcome, entries } = round;
  if (outcome) return entries.filter(({ id }) => outcome.chosen.includes(id));
  return placed(round).flatMap(({ entry, first }) => (first ? entry : []));
}
