import type { Choice } from '../../server/domain/count.ts';
import type { BallotRule } from '../../shared/board-view.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Election, PublishedBallot } from './pabulib.ts';

/**
 * The ballot rule of an election. The limits the file names are widened to those of its ballots: what was counted
 * then has to be accepted now.
 */
export function ruleFor(election: Election): BallotRule {
  const { voteType, projects, ballots, maxLength } = election;
  if (projects.length < 2) throw new Error('A round needs two projects.');
  if (projects.length > LIMITS.entriesPerRound) {
    throw new Error(
      `A round holds ${LIMITS.entriesPerRound} drafts, this election has ${projects.length} projects.`,
    );
  }
  const longest = most(ballots.map(({ entries }) => entries.length));
  switch (voteType) {
    case 'approval':
    case 'choose-1':
      return chooseRule(election, longest);
    case 'ordinal':
      return { kind: 'rank', max: Math.max(2, maxLength ?? projects.length, longest) };
    case 'cumulative':
    case 'scoring':
      return pointsRule(election);
  }
}

/** What a voter casts; a project listed with no points is left out, `null`: there is nothing to cast. */
export function choiceOf({ entries, points }: PublishedBallot): Choice | null {
  if (!points) return entries.length === 0 ? null : { entries };
  const given = entries.flatMap((entry, at) => (points[at] ? [[entry, points[at]] as const] : []));
  if (given.length === 0) return null;
  return { entries: given.map(([entry]) => entry), points: given.map(([, part]) => part) };
}

function chooseRule(election: Election, longest: number): BallotRule {
  const { voteType, projects, ballots } = election;
  const shortest = ballots
    .map(({ entries }) => entries.length)
    .filter((length) => length > 0)
    .reduce((a, b) => Math.min(a, b), projects.length);
  const named =
    voteType === 'choose-1' ? { min: 1, max: 1 } : { min: election.minLength, max: election.maxLength };
  const min = Math.min(Math.max(named.min ?? 1, 1), shortest);
  const max = Math.min(Math.max(named.max ?? projects.length, longest), projects.length);
  return min === 1 && max === projects.length ? { kind: 'approve' } : { kind: 'choose', min, max };
}

function pointsRule({ ballots, maxSumPoints, defaultScore }: Election): BallotRule {
  if (defaultScore !== 0)
    throw new Error('Projects that are not listed have points here: that cannot be cast.');
  const odd = ballots.find(({ points = [] }) => points.some((part) => part < 0 || !Number.isInteger(part)));
  if (odd) throw new Error(`Voter ${odd.voter} gives points that are no whole numbers from 0.`);
  const spent = most(ballots.map(({ points = [] }) => points.reduce((sum, part) => sum + part, 0)));
  const budget = Math.max(2, maxSumPoints ?? 0, spent);
  if (budget > LIMITS.pointsPerBallot) {
    throw new Error(`A ballot spreads ${LIMITS.pointsPerBallot} points at most, here it is ${budget}.`);
  }
  return { kind: 'points', budget };
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), 1);
}

/** A name as a title of at most `max` UTF-16 units, cut at a whole character. */
export function shorten(name: string, max: number): string {
  if (name.length <= max) return name;
  let title = '';
  for (const character of name) {
    if (title.length + character.length >= max) break;
    title += character;
  }
  return `${title.trimEnd()}…`;
}
