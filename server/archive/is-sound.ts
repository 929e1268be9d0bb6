import { fitsRule } from '../domain/ballot.ts';
import type { Board } from '../domain/board.ts';
import { contributions } from '../domain/count.ts';
import { isIdea, mergedOf } from '../domain/idea.ts';
import type { Round } from '../domain/round.ts';
import type { StoredRun, WholeBoard } from '../store/store.ts';

/** What a schema cannot say: everything that is referred to is there, nothing is there twice, and the counts are right. */
export function isSound({ board, log, runs }: WholeBoard): boolean {
  const rounds = new Map(board.rounds.map((round) => [round.id, round]));
  return (
    isUnique([...rounds.keys(), ...board.rounds.flatMap(({ entries }) => entries.map(({ id }) => id))]) &&
    rounds.size === board.rounds.length &&
    (board.currentRoundId === null || rounds.has(board.currentRoundId)) &&
    isSceneThere(board, rounds) &&
    isUnique(board.credits.map(({ id }) => id)) &&
    isUnique(board.credits.map(({ participant }) => participant)) &&
    board.rounds.every(isRoundSound) &&
    log.every(({ seq }, index) => seq > (log[index - 1]?.seq ?? 0)) &&
    (log.at(-1)?.seq ?? 0) <= board.seq &&
    isUnique(runs.map(({ roundId, run }) => `${roundId}/${run}`)) &&
    runs.every((run) => isRunSound(run, rounds.get(run.roundId)))
  );
}

function isSceneThere({ scene }: Board, rounds: ReadonlyMap<string, Round>): boolean {
  if (scene === null || scene.kind === 'credits') return true;
  const round = rounds.get(scene.roundId);
  return round !== undefined && (scene.kind !== 'idea' || hasEntry(round, scene.ideaId));
}

function isRoundSound(round: Round): boolean {
  const { ideas, entries, outcome, run, runs, status } = round;
  return (
    entries.every((entry) => isIdea(entry) === (ideas !== null)) &&
    run <= runs &&
    run > 0 === (status !== 'draft') &&
    (outcome === null || (status === 'revealed' && outcome.chosen.every((id) => hasEntry(round, id)))) &&
    entries.every((entry) => !isIdea(entry) || entry.into === null || isRoot(round, entry.into, entry.id))
  );
}

/** [M4] An idea that others are counted for is counted for none itself. */
function isRoot({ entries }: Round, into: string, from: string): boolean {
  const idea = entries.find(({ id }) => id === into);
  return idea !== undefined && into !== from && isIdea(idea) && idea.into === null;
}

/** [T1] [V5] */
function isRunSound({ run, tally, cast }: StoredRun, round: Round | undefined): boolean {
  if (!round || run > round.runs) return false;
  const known = new Set(round.entries.map(({ id }) => id));
  const merged = mergedOf(round);
  const counts = new Map<string, number>();
  for (const { entries, points } of cast) {
    if (!entries.every((id) => known.has(id)) || !fitsRule(round.rule, entries, points)) return false;
    for (const [key, part] of contributions(round.rule, { entries, ...(points && { points }) }, merged)) {
      counts.set(key, (counts.get(key) ?? 0) + part);
    }
  }
  return (
    isUnique(cast.map(({ participant }) => participant)) &&
    cast.length === tally.ballots &&
    counts.size === tally.counts.size &&
    [...counts].every(([key, count]) => tally.counts.get(key) === count)
  );
}

function hasEntry({ entries }: Round, entryId: string): boolean {
  return entries.some(({ id }) => id === entryId);
}

function isUnique(all: readonly string[]): boolean {
  return new Set(all).size === all.length;
}
