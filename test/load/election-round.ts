import type { BallotRule } from '../../shared/board-view.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Election } from './pabulib.ts';

/**
 * The ballot rule of an election. The lengths the file names are widened to those of its ballots: what was counted
 * then has to be accepted now.
 */
export function ruleFor(election: Election): BallotRule {
  const { voteType, projects, ballots } = election;
  if (voteType !== 'approval' && voteType !== 'choose-1') {
    throw new Error(`Ballots of vote_type ${voteType} cannot be cast yet: approval and choose-1 can.`);
  }
  if (projects.length < 2) throw new Error('A round needs two projects.');
  if (projects.length > LIMITS.entriesPerRound) {
    throw new Error(
      `A round holds ${LIMITS.entriesPerRound} drafts, this election has ${projects.length} projects.`,
    );
  }
  const lengths = ballots.map((ballot) => ballot.entries.length).filter((length) => length > 0);
  const shortest = lengths.reduce((a, b) => Math.min(a, b), projects.length);
  const longest = lengths.reduce((a, b) => Math.max(a, b), 1);
  const named =
    voteType === 'choose-1' ? { min: 1, max: 1 } : { min: election.minLength, max: election.maxLength };
  const min = Math.min(Math.max(named.min ?? 1, 1), shortest);
  const max = Math.min(Math.max(named.max ?? projects.length, longest), projects.length);
  return min === 1 && max === projects.length ? { kind: 'approve' } : { kind: 'choose', min, max };
}

/** What the tally should be, per project: the published column, or a recount where the file has none. */
export function expectedCounts(election: Election): { counts: Map<string, number>; published: boolean } {
  const recount = new Map(election.projects.map((project) => [project.id, 0]));
  for (const entry of election.ballots.flatMap((ballot) => ballot.entries)) {
    recount.set(entry, (recount.get(entry) ?? 0) + 1);
  }
  const published = election.projects.every((project) => project.published !== null);
  if (!published) return { counts: recount, published };
  return {
    counts: new Map(election.projects.map((project) => [project.id, project.published ?? 0])),
    published,
  };
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
