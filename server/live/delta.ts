import type { BoardView, Credit, RoundHead, RoundView, ViewChange } from '../../shared/board-view.ts';
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
  return [...changes, ...creditDifference(before.credits, after.credits)];
}

function roundDifference(before: RoundView, after: RoundView): ViewChange[] {
  if (before === after) return [];
  const changes = ideasDifference(before, after) ?? draftsDifference(before, after);
  const [oldHead, newHead] = [headOf(before), headOf(after)];
  if (
    !same({ ...oldHead, tally: null }, { ...newHead, tally: null }) ||
    countedAnew(before.tally, after.tally)
  ) {
    changes.push({ kind: 'round', round: newHead });
  }
  return changes;
}

/** [I7] Ideas keep their places: only those that changed, and those that came, are told. `null`: they did not. */
function ideasDifference(before: RoundView, after: RoundView): ViewChange[] | null {
  if (before.entries === after.entries) return [];
  // What a duel shows of an entry depends on all the others: the tally has to come with them.
  const grew = after.entries.length > before.entries.length;
  if (after.kind !== 'ideas' || (grew && after.tally.duels)) return null;
  if (!before.entries.every(({ id }, at) => id === after.entries[at]?.id)) return null;
  return after.entries.flatMap((entry, at) =>
    same(before.entries[at], entry) ? [] : { kind: 'entry', roundId: after.id, at, entry },
  );
}

function draftsDifference(before: RoundView, after: RoundView): ViewChange[] {
  if (same(before.entries, after.entries)) return [];
  return [{ kind: 'entries', roundId: after.id, entries: after.entries, tally: after.tally }];
}

/** The numbers travel on the tick, unless this very change has moved them, or decides whether they are shown. */
function countedAnew(before: Tally, after: Tally): boolean {
  return before.version !== after.version || (before.counts === null) !== (after.counts === null);
}

/** Names in the order they were left; a name left anew goes to the end. */
function creditDifference(before: readonly Credit[], after: readonly Credit[]): ViewChange[] {
  if (before === after) return [];
  const changes: ViewChange[] = [];
  let at = 0;
  for (const old of before) {
    const credit = after[at];
    if (credit?.id !== old.id) changes.push({ kind: 'credit', creditId: old.id, credit: null });
    else {
      if (!same(old, credit)) changes.push({ kind: 'credit', creditId: credit.id, credit });
      at += 1;
    }
  }
  for (const credit of after.slice(at)) changes.push({ kind: 'credit', creditId: credit.id, credit });
  return changes;
}

function headOf({ entries: _, ...head }: RoundView): RoundHead {
  return head;
}

/** Views are plain trees whose keys are written in one order. */
function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
