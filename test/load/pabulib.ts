import { splitRows } from './pabulib-rows.ts';

/**
 * A participatory-budgeting election in Pabulib's `.pb` format (D. Stolicki, S. Szufa, N. Talmon, arXiv:2012.06539):
 * sections META, PROJECTS and VOTES of `;`-separated rows, each with a row of column names; most columns are optional.
 */
export interface Election {
  readonly name: string;
  readonly voteType: VoteType;
  readonly minLength: number | null;
  readonly maxLength: number | null;
  /** Of `cumulative`: the points a voter may spread. */
  readonly maxSumPoints: number | null;
  /** Of `ordinal`: how places become points; `borda` where the file names none. */
  readonly scoringFn: string;
  /** Of `scoring`: what projects get that a voter does not list. */
  readonly defaultScore: number;
  readonly projects: readonly Project[];
  readonly ballots: readonly PublishedBallot[];
}

export interface Project {
  readonly id: string;
  readonly name: string;
  /** The published results, `null` where the file has none: the voters who listed the project, and its points. */
  readonly votes: number | null;
  readonly score: number | null;
}

export interface PublishedBallot {
  readonly voter: string;
  /** Project ids in the order of the file, of `ordinal` the best first; empty: the voter chose nothing. */
  readonly entries: readonly string[];
  /** Of `cumulative` and `scoring`: how many go to `entries[i]`. */
  readonly points?: readonly number[];
}

const VOTE_TYPES = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring'] as const;
export type VoteType = (typeof VOTE_TYPES)[number];

const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const;
type Section = (typeof SECTIONS)[number];
type Row = ReadonlyMap<string, string>;

/** Throws with a sentence about what is wrong if the text is not such an election. */
export function readElection(text: string): Election {
  const { META, PROJECTS, VOTES } = readSections(text);
  const meta = new Map(META.map((row) => [row.get('key') ?? '', row.get('value') ?? '']));
  const projects = PROJECTS.map(readProject);
  const known = new Set(projects.map((project) => project.id));
  if (known.size < projects.length) throw new Error('Two projects have the same project_id.');
  const voteType = readVoteType(meta.get('vote_type'));
  const hasPoints = voteType === 'cumulative' || voteType === 'scoring';
  const name = [meta.get('unit'), meta.get('instance')].filter(Boolean).join(' ');
  return {
    name: name || meta.get('description') || 'Election',
    voteType,
    minLength: readNumber(meta.get('min_length')),
    maxLength: readNumber(meta.get('max_length')),
    maxSumPoints: readNumber(meta.get('max_sum_points')),
    scoringFn: (meta.get('scoring_fn') || 'borda').toLowerCase(),
    defaultScore: readNumber(meta.get('default_score')) ?? 0,
    projects,
    ballots: VOTES.map((row) => readBallot(row, known, hasPoints)),
  };
}

function readSections(text: string): Record<Section, Row[]> {
  const found: Partial<Record<Section, Row[]>> = {};
  let rows: Row[] | null = null;
  let columns: string[] | null = null;
  for (const cells of splitRows(text)) {
    const section = SECTIONS.find((name) => cells[0]?.trim().toUpperCase() === name);
    if (section !== undefined && cells.slice(1).every((cell) => cell === '') && !found[section]) {
      rows = found[section] = [];
      columns = null;
    } else if (rows === null) {
      throw new Error('A .pb file starts with a line META.');
    } else if (columns === null) {
      columns = cells.map((cell) => cell.trim().toLowerCase());
    } else {
      rows.push(new Map(columns.map((column, index) => [column, (cells[index] ?? '').trim()])));
    }
  }
  const { META, PROJECTS, VOTES } = found;
  if (!META || !PROJECTS || !VOTES) {
    throw new Error(`Section ${SECTIONS.filter((name) => !found[name]).join(', ')} is missing.`);
  }
  return { META, PROJECTS, VOTES };
}

function readProject(row: Row): Project {
  const id = row.get('project_id');
  if (!id) throw new Error('A project has no project_id.');
  return {
    id,
    name: row.get('name') || id,
    votes: readNumber(row.get('votes')),
    score: readNumber(row.get('score')),
  };
}

function readBallot(row: Row, known: ReadonlySet<string>, hasPoints: boolean): PublishedBallot {
  const voter = row.get('voter_id') ?? '';
  const entries = readList(row.get('vote'));
  const stranger = entries.find((entry) => !known.has(entry));
  if (stranger !== undefined) throw new Error(`Voter ${voter} chose ${stranger}, which is no project.`);
  if (new Set(entries).size < entries.length) throw new Error(`Voter ${voter} chose a project twice.`);
  if (!hasPoints) return { voter, entries };
  const points = readList(row.get('points')).map((text) => readNumber(text) ?? 0);
  if (points.length !== entries.length) {
    throw new Error(
      `Voter ${voter} lists ${entries.length} projects and ${points.length} numbers of points.`,
    );
  }
  return { voter, entries, points };
}

function readList(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readVoteType(text: string | undefined): VoteType {
  const type = VOTE_TYPES.find((known) => known === text?.toLowerCase());
  if (type === undefined) throw new Error(`vote_type "${text ?? ''}" is none of ${VOTE_TYPES.join(', ')}.`);
  return type;
}

function readNumber(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  const number = Number(text);
  if (!Number.isFinite(number)) throw new Error(`"${text}" should be a number.`);
  return number;
}
