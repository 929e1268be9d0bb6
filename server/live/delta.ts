import type { BoardView, RoundHead, RoundView, ViewChange } from '../../shared/board-view.ts';
import type { Tally } from '../../shared/tally.ts';

/**
 * What an audience has to be told when a board went from one version to the next: the difference of the two views it
 * may see. So nothing can be told that is not in the view, and `apply` has one property to hold:
 * applyDelta(before, difference(before, after)) = after.
 */
export function difference(before: BoardView, after: BoardView): ViewChange[] {
  const changes: ViewChange[] = [];
  if (!same(before.head, after.head)) changes.push({ kind: 'board', head: after.head });

  const kept = new Set(after.rounds.map((round) => round.id));
  const order = before.rounds.map((round) => round.id).filter((id) => kept.has(id));
  for (const round of before.rounds) {
    if (!kept.has(round.id)) changes.push({ kind: 'round-removed', roundId: round.id });
  }
  after.rounds.forEach((round, at) => {
    const old = before.rounds.find(({ id }) => id === round.id);
    if (old) changes.push(...roundDifference(old, round));
    else {
      changes.push({ kind: 'round-added', at, round });
      order.splice(at, 0, round.id);
    }
  });
  const roundIds = after.rounds.map((round) => round.id);
  if (!same(order, roundIds)) changes.push({ kind: 'rounds-ordered', roundIds });
  return changes;
}

function roundDifference(before: RoundView, after: RoundView): ViewChange[] {
  const changes: ViewChange[] = [];
  if (!same(before.entries, after.entries)) {
    changes.push({ kind: 'entries', roundId: after.id, entries: after.entries, tally: after.tally });
  }
  const [oldHead, newHead] = [headOf(before), headOf(after)];
  if (
    !same({ ...oldHead, tally: null }, { ...newHead, tally: null }) ||
    shownAnew(before.tally, after.tally)
  ) {
    changes.push({ kind: 'round', round: newHead });
  }
  return changes;
}

/** The numbers themselves travel on the tick; only whether they are shown is structure. */
function shownAnew(before: Tally, after: Tally): boolean {
  return (before.counts === null) !== (after.counts === null);
}

function headOf({ entries: _, ...head }: RoundView): RoundHead {
  return head;
}

/** Views are plain trees whose keys are written in one order. */
function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
