import type { BoardDelta, BoardView, RoundView, TallyFrame, ViewChange } from './board-view.ts';

/** `stale`: a delta is missing between the view and what came; ask for the view again. */
export type Applied = BoardView | 'stale';

/** View + delta → view. An old delta changes nothing; one that skips a number makes the view stale. */
export function applyDelta(view: BoardView, delta: BoardDelta): Applied {
  if (delta.seq <= view.seq) return view;
  if (delta.seq > view.seq + 1) return 'stale';
  return delta.changes.reduce(applyChange, { ...view, seq: delta.seq });
}

/**
 * View + tick → view. A frame that is older than what the view holds changes nothing but the presence. One without
 * counts takes none away: only structure hides what was shown.
 */
export function applyFrame(view: BoardView, frame: TallyFrame): Applied {
  if (frame.seq > view.seq) return 'stale';
  const { roundId, run, tally } = frame;
  if (frame.seq < view.seq || tally === undefined) return { ...view, present: frame.present };
  return {
    ...view,
    present: frame.present,
    rounds: view.rounds.map((round) =>
      round.id === roundId && round.run === run && tally.version >= round.tally.version
        ? { ...round, tally: { ...tally, counts: tally.counts ?? round.tally.counts } }
        : round,
    ),
  };
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
    case 'entries':
      return mapRound(view, change.roundId, (round) => ({
        ...round,
        entries: change.entries,
        tally: change.tally,
      }));
  }
}

function mapRound(view: BoardView, roundId: string, map: (round: RoundView) => RoundView): BoardView {
  return { ...view, rounds: view.rounds.map((round) => (round.id === roundId ? map(round) : round)) };
}
