import type { Rejection } from '../../shared/ack.ts';
import type { BallotRule, OwnBallot, Time } from '../../shared/board-view.ts';
import type { Round } from './round.ts';
import { isOverdue } from './run.ts';

/** One participant's whole choice in one run of a round. */
export interface Ballot extends OwnBallot {
  readonly participant: string;
  readonly castAt: Time;
}

/** [V1] [V2] Why this run of the round does not take these entries now; `null`: it does. */
export function checkBallot(
  round: Round,
  run: number,
  entries: readonly string[],
  now: Time,
): Rejection | null {
  const code = runRefuses(round, run, now);
  if (code) return { code };
  const known = new Set(round.entries.map((draft) => draft.id));
  const fits = fitsRule(round.rule, entries.length);
  // Taking each entry out of the set refuses unknown ones and doubles alike.
  return fits && entries.every((entry) => known.delete(entry)) ? null : { code: 'ballot_invalid' };
}

/** [V1] The same check for the board in memory and for the row in the store. */
export function runRefuses(
  round: Pick<Round, 'status' | 'run' | 'closesAt'>,
  run: number,
  now: Time,
): 'round_not_open' | 'run_over' | 'round_closed' | null {
  if (round.status === 'draft') return 'round_not_open';
  if (round.run !== run) return 'run_over';
  return round.status === 'open' && !isOverdue(round, now) ? null : 'round_closed';
}

/** [V3] Only a higher rev replaces: what arrives late or again changes nothing. */
export function replaces(newRev: number, oldRev: number): boolean {
  return newRev > oldRev;
}

function fitsRule(rule: BallotRule, size: number): boolean {
  return rule.kind === 'choose' ? size >= rule.min && size <= rule.max : size >= 1;
}
