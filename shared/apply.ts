import type { BoardDelta, BoardView, RoundView, TallyFrame, ViewChange } from './board-view.ts';
import type { Entry } from './entry.ts';
import type { BallotCast } from './events.ts';
import type { Tally, TallyMove } from './tally.ts';

/** `stale`: something is missing between the view and what came; ask for the view again. */
export type Applied = BoardView | 'stale';

/**
 * View + delta → view. An old delta changes nothing; one that skips a number makes the view stale. What it holds are whole
 * values: told since an older version than the view's, they are right too.
 */
export function applyDelta(view: BoardView, delta: BoardDelta): Applied {
  if (delta.seq <= view.seq) return view;
  if ((delta.since ?? delta.seq - 1) > view.seq) return 'stale';
  return delta.changes.reduce(applyChange, { ...view, seq: delta.seq });
}

/**
 * View + tick → view. A frame that is older than what the view holds changes nothing but the presence. One without
 * counts takes none away: only structure hides what was shown.
 */
export function applyFrame(view: BoardView, frame: TallyFrame): Applied {
  if (frame.seq > view.seq) return 'stale';
  const here = { ...view, present: frame.present };
  const round = view.rounds.find(({ id, run }) => id === frame.roundId && run === frame.run);
  if (frame.seq < view.seq || !round) return here;
  const tally = frame.move
    ? moved(round.tally, frame.move)
    : replaced(round.tally, frame.tally ?? round.tally);
  if (tally === 'stale') return tally;
  return tally === round.tally ? here : mapRound(here, round.id, (old) => ({ ...old, tally }));
}

/** View + answer to one's own ballot → view: the tally one may see from now on. Withdrawing may hide it again. */
export function applyCast(view: BoardView, { ballot, tally }: BallotCast): BoardView {
  return mapRound(view, ballot.roundId, (round) => {
    if (!tally || round.run !== ballot.run || tally.version < round.tally.version) return round;
    return { ...round, tally: ballot.entries.length === 0 ? tally : replaced(round.tally, tally) };
  });
}

/** Where counts are kept, their version is too, or the next move would be added to older ones. */
function replaced(old: Tally, next: Tally): Tally {
  if (next.version < old.version) return old;
  return next.counts || !old.counts ? next : { ...old, ballots: next.ballots };
}

/** A move says nothing of what stood still since `since`: whoever is older than that has missed something. */
function moved(old: Tally, { since, version, ballots, at, counts, firsts }: TallyMove): Tally | 'stale' {
  if (version <= old.version) return old;
  if (since > old.version || !old.counts) return 'stale';
  return {
    ...old,
    version,
    ballots,
    counts: placed(old.counts, at, counts),
    ...(old.firsts && firsts && { firsts: placed(old.firsts, at, firsts) }),
  };
}

function placed(old: readonly number[], at: readonly number[], values: readonly number[]): number[] {
  const next = [...old];
  at.forEach((index, k) => {
    next[index] = values[k] ?? 0;
  });
  return next;
}

function applyChange(view: BoardView, change: ViewChange): BoardView {
  switch (change.kind) {
    case 'board':
      return { ...view, head: change.head };
    case 'round-added': {
      const rounds = view.rounds.filter((round) => round.id !== change.round.id);
      return { ...view, rounds: [...rounds.slice(0, change.at), change.round, ...rounds.slice(change.at)] };
    }
    case 'round':
      return mapRound(view, change.round.id, (round) => ({ ...round, ...change.round }));
    case 'round-removed':
      return { ...view, rounds: view.rounds.filter((round) => round.id !== change.roundId) };
    case 'rounds-ordered':
      return {
        ...view,
        rounds: change.roundIds.flatMap((id) => view.rounds.find((round) => round.id === id) ?? []),
      };
    case 'entry':
      return mapRound(view, change.roundId, (round) => withEntry(round, change.at, change.entry));
    case 'entries':
      return mapRound(view, change.roundId, (round) => ({
        ...round,
        entries: change.entries,
        tally: change.tally,
      }));
    case 'credit':
      return { ...view, credits: withKey(view.credits, change.creditId, change.credit) };
  }
}

function withEntry(round: RoundView, at: number, entry: Entry): RoundView {
  const entries = [...round.entries];
  entries[at] = entry;
  if (at < round.entries.length) return { ...round, entries };
  const { counts, firsts } = round.tally;
  const tally = {
    ...round.tally,
    counts: counts && [...counts, 0],
    ...(firsts && { firsts: [...firsts, 0] }),
  };
  return { ...round, entries, tally };
}

/** In its old place, or last. */
function withKey<T extends { readonly id: string }>(list: readonly T[], id: string, next: T | null): T[] {
  if (next === null) return list.filter((one) => one.id !== id);
  return list.some((one) => one.id === id)
    ? list.map((one) => (one.id === id ? next : one))
    : [...list, next];
}

function mapRound(view: BoardView, roundId: string, map: (round: RoundView) => RoundView): BoardView {
  return { ...view, rounds: view.rounds.map((round) => (round.id === roundId ? map(round) : round)) };
}
