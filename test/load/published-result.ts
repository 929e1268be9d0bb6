import type { Choice } from '../../server/domain/count.ts';
import { naiveCounts } from '../support/naive-counts.ts';
import { choiceOf, ruleFor } from './election-round.ts';
import type { Election } from './pabulib.ts';

/** Something the server said, beside what it should be. */
export interface Comparison {
  /** `tally`: the counts it told. `ballots`: those it acknowledged, and which projects they hold. */
  readonly of: 'tally' | 'ballots';
  /** A published column, or the ballots of the file counted anew where no column says the same. */
  readonly to: 'votes' | 'score' | 'recount';
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly project: string;
  readonly name: string;
  readonly expected: number;
  readonly counted: number;
}

/**
 * The tally of `choose` and `approve` is the column `votes`. Of ranked ballots and points it is `score`, where the file
 * has that; `votes` is then the number of ballots that list a project, which acknowledged ballots are held against.
 */
export function compare(
  election: Election,
  counts: ReadonlyMap<string, number>,
  acknowledged: readonly Choice[],
): readonly Comparison[] {
  const column = tallyColumn(election);
  const expected = column === null ? recount(election) : published(election, column);
  const tally: Comparison = {
    of: 'tally',
    to: column ?? 'recount',
    differences: differences(election, expected, counts),
  };
  if (column === 'votes' || !comparesBallots(election)) return [tally];
  const listed = naiveCounts({ kind: 'approve' }, acknowledged, new Map());
  const votes = differences(election, published(election, 'votes'), listed);
  return [tally, { of: 'ballots', to: 'votes', differences: votes }];
}

/** `null`: no column says what the tally says. */
function tallyColumn(election: Election): 'votes' | 'score' | null {
  const { voteType, scoringFn } = election;
  if (voteType === 'approval' || voteType === 'choose-1') return has(election, 'votes') ? 'votes' : null;
  if (voteType === 'ordinal' && scoringFn !== 'borda') return null;
  return has(election, 'score') ? 'score' : null;
}

/** Not where a voter lists projects without giving them points: nothing of them is cast. */
function comparesBallots(election: Election): boolean {
  return has(election, 'votes') && !election.ballots.some(({ points }) => points?.includes(0));
}

function has({ projects }: Election, column: 'votes' | 'score'): boolean {
  return projects.every((project) => project[column] !== null);
}

function published({ projects }: Election, column: 'votes' | 'score'): ReadonlyMap<string, number> {
  return new Map(projects.map((project) => [project.id, project[column] ?? 0]));
}

function recount(election: Election): ReadonlyMap<string, number> {
  const choices = election.ballots.flatMap((ballot) => choiceOf(ballot) ?? []);
  return naiveCounts(ruleFor(election), choices, new Map());
}

function differences(
  { projects }: Election,
  expected: ReadonlyMap<string, number>,
  counted: ReadonlyMap<string, number>,
): readonly Difference[] {
  return projects
    .map(({ id, name }) => ({
      project: id,
      name,
      expected: expected.get(id) ?? 0,
      counted: counted.get(id) ?? 0,
    }))
    .filter((row) => row.expected !== row.counted);
}
