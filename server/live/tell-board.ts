import type { Audience, BoardView } from '../../shared/board-view.ts';
import type { Board } from '../domain/board.ts';
import type { Change } from '../domain/change.ts';
import { mineOf } from '../domain/mine.ts';
import { findRound, type Round } from '../domain/round.ts';
import { concernedBetween, concernedBy } from './concerned.ts';
import type { RunOf, Speaker } from './speaker.ts';
import { tellDifference } from './tell.ts';

type Views = ReadonlyMap<Audience, BoardView>;

/** Tells what has become of a board: the one `change` that was made here, or (`null`) whatever others have committed. */
export function tellBoard(
  speaker: Speaker,
  boards: { readonly old: Board; readonly next: Board; readonly change: Change | null },
  views: { readonly before: Views; readonly after: Views },
  focus: Round | undefined,
): void {
  const { old, next, change } = boards;
  if (next.stageToken !== old.stageToken) speaker.dismissStage(next.id);
  const changed = change ? roundsOf(change, next) : roundsBetween(old, next);
  const secret = changed.filter(({ results, status, run }) => {
    return results === 'after-vote' && status !== 'revealed' && run > 0;
  });
  // [A2] Who has voted in one of them has not in the other: each phone asks for what it may see itself.
  if (secret.length > 1) tellToAsk(speaker, next);
  else tellDifference(speaker, runOf(secret[0] ?? changed[0] ?? focus), views.before, views.after);
  for (const participant of change ? concernedBy(change, old) : concernedBetween(old, next)) {
    speaker.tellMine(next.id, participant, () => mineOf(next, participant));
  }
}

/** The rounds that are others than before; `next` holds the very objects of `old` where nothing has changed. */
export function roundsBetween(old: Board, next: Board): Round[] {
  return next.rounds.filter((round) => round !== findRound(old, round.id));
}

export function runOf(round: Round | undefined): RunOf | null {
  return round ? { roundId: round.id, run: round.run } : null;
}

function roundsOf(change: Change, next: Board): Round[] {
  const round = 'roundId' in change && change.roundId !== null ? findRound(next, change.roundId) : undefined;
  return round ? [round] : [];
}

/** It builds on what nobody has. */
export function tellToAsk(speaker: Speaker, { id, seq }: Board): void {
  const audiences = ['follower', 'voter', 'stage', 'maker'] as const;
  speaker.tellDelta(id, audiences, null, { seq, since: seq, changes: [] });
}
