import type { Board } from '../domain/board.ts';
import { isIdea } from '../domain/idea.ts';
import type { Round } from '../domain/round.ts';
import type { StoredRun, WholeBoard } from '../store/store.ts';
import { type ArchivedBoard, archiveSchema } from './archive-schema.ts';
import { pseudonyms } from './pseudonyms.ts';

/** [X2] A board as it leaves the server. Throws for one that could not be restored. */
export function archivedBoard({ board: kept, log, runs }: WholeBoard, key: string): ArchivedBoard {
  // Says something about this server, not about the board.
  const { keptFrom: _, ...board } = kept;
  const nameFor = pseudonyms(key, board.id);
  const person = (participant: string) => nameFor('person', participant);
  return archiveSchema.parse({
    format: 'mitwerk-board',
    version: 1,
    board: {
      ...board,
      rounds: board.rounds.map((round) => renamed(round, person)),
      credits: board.credits.map((credit) => ({ ...credit, participant: person(credit.participant) })),
    },
    log,
    runs: runs.map((run) => archivedRun(run, nameFor)),
  });
}

/** The same on its way back; `archivedBoard` of it gives the archive again. */
export function wholeBoard({ board, log, runs }: ArchivedBoard): WholeBoard {
  return {
    board: { ...board, keptFrom: board.createdAt } satisfies Board,
    log: log as WholeBoard['log'],
    runs: runs.map(({ roundId, run, version, ballots, counts, cast }) => ({
      roundId,
      run,
      tally: { version, ballots, counts: new Map(Object.entries(counts)) },
      cast: cast.map(({ points, ...ballot }) => ({
        ...ballot,
        ...(points && { points }),
        rev: 1,
        castAt: board.createdAt,
      })),
    })),
  };
}

function renamed(round: Round, person: (participant: string) => string): Round {
  return {
    ...round,
    spent: round.spent.map(person),
    entries: round.entries.map((entry) =>
      isIdea(entry) && entry.author !== null ? { ...entry, author: person(entry.author) } : entry,
    ),
  };
}

/**
 * Another name in each run, and no times: who thanks for a vote does so right after it. Withdrawn ballots stay behind, they
 * count nowhere.
 */
function archivedRun({ roundId, run, tally, cast }: StoredRun, nameFor: ReturnType<typeof pseudonyms>) {
  const { version, ballots, counts } = tally;
  return {
    roundId,
    run,
    version,
    ballots,
    counts: Object.fromEntries(counts),
    cast: cast
      .filter(({ entries }) => entries.length > 0)
      .map(({ participant, entries, points }) => ({
        participant: nameFor(`ballot/${roundId}/${run}`, participant),
        entries,
        ...(points && { points }),
      }))
      .sort((one, other) => (one.participant < other.participant ? -1 : 1)),
  };
}
