import { createHash } from 'node:crypto';
import type { BallotRule } from '../../shared/board-view.ts';
import type { Board } from '../domain/board.ts';
import { completeBoard } from '../domain/complete.ts';
import { contributions, type Choice, type Merged } from '../domain/count.ts';
import type { StoredCredit } from '../domain/credit.ts';
import { mergedOf, type StoredIdea } from '../domain/idea.ts';
import type { Round } from '../domain/round.ts';
import type { StoredTally } from '../domain/tally.ts';
import type { Reply } from './redis-link.ts';
import { choiceText, readChoice, WITHDRAWN } from './stored-choice.ts';

/** What taking and counting the ballots of a round depends on. */
export interface Head extends Pick<Round, 'status' | 'run' | 'runs' | 'closesAt'> {
  readonly rule: BallotRule;
  readonly merged: Merged;
  /** Digest of all of it. */
  readonly stamp: string;
}

export function headText(round: Round): string {
  const { status, run, runs, closesAt, rule } = round;
  return JSON.stringify({ status, run, runs, closesAt, rule, merged: [...mergedOf(round)] });
}

export function stampOf(headText: string): string {
  return createHash('sha1').update(headText).digest('base64url');
}

export function readHead(text: string): Head {
  const head = JSON.parse(text) as Omit<Head, 'merged' | 'stamp'> & { merged: [string, string][] };
  return { ...head, merged: new Map(head.merged), stamp: stampOf(text) };
}

export interface BallotText {
  readonly rev: number;
  readonly castAt: number;
  readonly choice: string;
  readonly contributions: string;
}

/** Neither JSON text holds a line break. */
export function ballotText({ rev, castAt, choice, contributions }: BallotText): string {
  if (!Number.isSafeInteger(rev)) throw new Error(`${rev} is no rev`);
  return `${rev} ${castAt}\n${choice}\n${contributions}`;
}

export function readBallotText(text: string): BallotText {
  const [times = '', choice = WITHDRAWN, contributions = '[]'] = text.split('\n');
  const [rev, castAt] = times.split(' ').map(Number) as [number, number];
  return { rev, castAt, choice, contributions };
}

/** Works out what a choice adds to which counter, each choice once: most of a batch are equal. */
export function contributionTexts({
  rule,
  merged,
}: Pick<Head, 'rule' | 'merged'>): (choice: Choice, text?: string) => string {
  const known = new Map<string, string>();
  return (choice, text = choiceText(choice)) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const counted =
      text === WITHDRAWN ? [] : [BALLOTS, 1, ...[...contributions(rule, choice, merged)].flat()];
    const made = JSON.stringify(counted);
    known.set(text, made);
    return made;
  };
}

/** [T1] From what ballots say, and not from what stands beside it. */
export function countBallots(
  ballots: readonly BallotText[],
  { rule, merged }: Head,
): Omit<StoredTally, 'version'> {
  const times = new Map<string, number>();
  for (const { choice } of ballots) {
    if (choice !== WITHDRAWN) times.set(choice, (times.get(choice) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  let sum = 0;
  for (const [choice, by] of times) {
    sum += by;
    for (const [counter, part] of contributions(rule, readChoice(choice), merged)) {
      counts.set(counter, (counts.get(counter) ?? 0) + by * part);
    }
  }
  return { ballots: sum, counts };
}

/** Two among the counters of a run that are none; ids have no such sign. */
const VERSION = '#version';
const BALLOTS = '#ballots';

export function readTallyHash(flat: Reply): StoredTally {
  const counts = new Map(pairs(flat).map(([counter, count]) => [counter, Number(count)]));
  const version = counts.get(VERSION) ?? 0;
  const ballots = counts.get(BALLOTS) ?? 0;
  counts.delete(VERSION);
  counts.delete(BALLOTS);
  return { version, ballots, counts };
}

export function tallyHash({ version, ballots, counts }: StoredTally): string[] {
  const all = [[VERSION, version] as const, [BALLOTS, ballots] as const, ...counts];
  return all.filter(([, count]) => count !== 0).flatMap(([counter, count]) => [counter, String(count)]);
}

/** The board's own JSON: ideas and names have fields of their own. */
export function boardText(board: Board): string {
  const rounds = board.rounds.map((round) => (round.ideas ? { ...round, entries: [] } : round));
  return JSON.stringify({ ...board, rounds, credits: [] });
}

export function ideaText(idea: StoredIdea, place: number): string {
  return `${place} ${JSON.stringify(idea)}`;
}

/** A board out of the first four parts that the script READ answers. */
export function boardFrom([json, credits, order, ideas]: readonly Reply[]): Board {
  const board = completeBoard(String(json));
  const entries = new Map(
    list(ideas).map((held) => [String(list(held)[0]), list(list(held)[1]).map(String)]),
  );
  const names = new Map(pairs(credits ?? null));
  return {
    ...board,
    rounds: board.rounds.map((round) =>
      round.ideas ? { ...round, entries: inOrder(entries.get(round.id) ?? []) } : round,
    ),
    credits: list(order).map((id) => JSON.parse(names.get(String(id)) ?? '') as StoredCredit),
  };
}

export function list(reply: Reply | undefined): readonly Reply[] {
  return Array.isArray(reply) ? reply : [];
}

/** A hash, as it comes: field and value in turn. */
export function pairs(flat: Reply): [string, string][] {
  const words = list(flat);
  return Array.from({ length: words.length / 2 }, (_, at) => [
    String(words[2 * at]),
    String(words[2 * at + 1]),
  ]);
}

function inOrder(ideas: readonly string[]): StoredIdea[] {
  const placed = ideas.map((text) => {
    const gap = text.indexOf(' ');
    return { place: Number(text.slice(0, gap)), idea: JSON.parse(text.slice(gap)) as StoredIdea };
  });
  return placed.toSorted((a, b) => a.place - b.place).map(({ idea }) => idea);
}
