import type { Rejection } from '../../shared/ack.ts';
import type { BallotRule, OwnBallot, Time } from '../../shared/board-view.ts';
import { pairKey } from './count.ts';
import { isIdea } from './idea.ts';
import type { Round } from './round.ts';
import { isOverdue } from './run.ts';

/** One participant's whole choice in one run of a round. */
export interface Ballot extends OwnBallot {
  readonly participant: string;
  readonly castAt: Time;
}

/** [V1] [V2] [V5] [V6] Why this run of the round does not take this ballot now; `null`: it does. */
export function checkBallot(
  round: Round,
  { run, entries, points }: Pick<Ballot, 'run' | 'entries' | 'points'>,
  now: Time,
): Rejection | null {
  const code = runRefuses(round, run, now);
  if (code) return { code };
  const known = onTheBallot(round.entries);
  const fits = entries.every((entry) => known.has(entry)) && fitsRule(round.rule, entries, points);
  return fits ? null : { code: 'ballot_invalid' };
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

/** [V2] [V5] [V6] As many entries as the rule allows, and nothing twice. */
export function fitsRule(rule: BallotRule, entries: readonly string[], points?: readonly number[]): boolean {
  if (entries.length === 0) return points === undefined || points.length === 0;
  if (rule.kind === 'points') return eachOnce(entries) && fitsBudget(rule.budget, entries, points);
  if (points !== undefined) return false;
  switch (rule.kind) {
    case 'choose':
      return eachOnce(entries) && entries.length >= rule.min && entries.length <= rule.max;
    case 'approve':
      return eachOnce(entries);
    case 'rank':
      return eachOnce(entries) && entries.length <= rule.max;
    case 'duel':
      return decidesPairsOnce(entries);
  }
}

function fitsBudget(budget: number, entries: readonly string[], points: readonly number[] = []): boolean {
  return (
    points.length === entries.length &&
    points.every((part) => Number.isInteger(part) && part >= 1) &&
    points.reduce((sum, part) => sum + part, 0) <= budget
  );
}

function decidesPairsOnce(entries: readonly string[]): boolean {
  const decided = new Set<string>();
  for (let index = 0; index < entries.length; index += 2) {
    const [winner, loser] = entries.slice(index, index + 2);
    if (winner === undefined || loser === undefined || winner === loser) return false;
    if (decided.has(pairKey(winner, loser)) || decided.has(pairKey(loser, winner))) return false;
    decided.add(pairKey(winner, loser));
  }
  return true;
}

function eachOnce(entries: readonly string[]): boolean {
  return new Set(entries).size === entries.length;
}

/** By the entries of a round, which stay the same from ballot to ballot: two thousand ids are not gathered for each. */
const gathered = new WeakMap<Round['entries'], ReadonlySet<string>>();

/** [V2] What is waiting was never shown; all else was on the ballot at some time. */
function onTheBallot(entries: Round['entries']): ReadonlySet<string> {
  const known =
    gathered.get(entries) ??
    new Set(entries.filter((entry) => !isIdea(entry) || entry.state !== 'waiting').map(({ id }) => id));
  gathered.set(entries, known);
  return known;
}
