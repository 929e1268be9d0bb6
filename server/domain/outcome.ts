import type { Time } from '../../shared/board-view.ts';
import { isVotable } from '../../shared/entry.ts';
import { LIMITS } from '../../shared/limits.ts';
import { type Outcome, type PromiseStep, promisedBy } from '../../shared/outcome.ts';
import type { Board } from './board.ts';
import type { OutcomeAct } from './change.ts';
import { change, type Decision, refuse } from './decision.ts';
import { findRound, type Round } from './round.ts';

export type OutcomeFields = Omit<Outcome, 'steps' | 'publishedAt' | 'changedAt'>;

/** [O1] [O2] `winners`: the entries that share the first place by the round's tally. */
export function publishOutcome(
  board: Board,
  roundId: string,
  fields: OutcomeFields,
  winners: readonly string[],
  now: Time,
): Decision {
  const round = findRound(board, roundId);
  if (!round) return refuse('not_found');
  if (round.status !== 'revealed') return refuse('round_wrong_status');
  const { reason, text, picture, alt, promise } = fields;
  const chosen = [...new Set(fields.chosen)];
  if (!chosen.every((entryId) => canBeChosen(round, entryId))) return refuse('not_found');
  const isWon = chosen.length > 0 && chosen.every((entryId) => winners.includes(entryId));
  if (!isWon && reason === '') return refuse('reason_missing');
  const before = round.outcome;
  return changed(round, before ? 'corrected' : 'published', {
    chosen,
    reason,
    text,
    picture,
    alt,
    promise,
    steps: promise && before ? before.steps : [],
    publishedAt: before?.publishedAt ?? now,
    changedAt: now,
  });
}

/** [O1] */
export function removeOutcome(board: Board, roundId: string): Decision {
  return onOutcome(board, roundId, (round) => changed(round, 'removed', null));
}

/** [O4] */
export function addStep(
  board: Board,
  roundId: string,
  { kind, text, picture, alt, by }: Omit<PromiseStep, 'at'>,
  now: Time,
): Decision {
  return onOutcome(board, roundId, (round, outcome) => {
    const due = promisedBy(outcome);
    if (due === null || outcome.steps.at(-1)?.kind === 'kept') return refuse('round_wrong_status');
    if (kind === 'postponed' && outcome.steps.length >= LIMITS.postponements) {
      return refuse('limit_reached', LIMITS.postponements);
    }
    if (kind === 'postponed' && text === '') return refuse('reason_missing');
    if (kind === 'postponed' && (by === null || by <= due)) return refuse('command_invalid');
    const step = { kind, text, at: now, by: kind === 'kept' ? null : by, picture, alt };
    return changed(round, kind, { ...outcome, steps: [...outcome.steps, step] });
  });
}

/** [O4] */
export function removeStep(board: Board, roundId: string): Decision {
  return onOutcome(board, roundId, (round, outcome) =>
    outcome.steps.length === 0
      ? refuse('not_found')
      : changed(round, 'step-removed', { ...outcome, steps: outcome.steps.slice(0, -1) }),
  );
}

function onOutcome(
  board: Board,
  roundId: string,
  decide: (round: Round, outcome: Outcome) => Decision,
): Decision {
  const round = findRound(board, roundId);
  return round?.outcome ? decide(round, round.outcome) : refuse('not_found');
}

function changed({ id }: Round, act: OutcomeAct, outcome: Outcome | null): Decision {
  return change({ kind: 'outcome-changed', roundId: id, act, outcome });
}

/** What nobody can read, or what went into another idea, cannot be made. */
function canBeChosen({ entries }: Round, entryId: string): boolean {
  const entry = entries.find(({ id }) => id === entryId);
  return entry !== undefined && isVotable(entry);
}
