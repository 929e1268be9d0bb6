import type { LoggedChange } from '../domain/log.ts';
import { compare } from './redis-ballots.ts';
import type { Redis } from './redis-epoch.ts';
import { insertBoard } from './redis-insert.ts';
import type { Reply } from './redis-link.ts';
import { boardFrom, list, pairs, readBallotText, readTallyHash } from './redis-rows.ts';
import { READ } from './redis-scripts.ts';
import type { Store, StoredRun } from './store.ts';
import { readChoice } from './stored-choice.ts';

/** A whole board is read in one step, so that all of it is of one moment. */
const WHOLE_MS = 10_000;

export function redisRestore(redis: Redis): Pick<Store, 'readWhole' | 'restoreBoard'> {
  return {
    async readWhole(boardId) {
      const found = list(await redis.run(READ, [redis.keys.of(boardId)], ['whole'], WHOLE_MS));
      if (found.length === 0) return redis.missing(null);
      const [log, runs] = found.slice(4);
      return {
        board: boardFrom(found),
        log: list(log).map((line) => JSON.parse(String(line)) as LoggedChange),
        runs: list(runs)
          .map((run) => runOf(list(run)))
          .toSorted((a, b) => compare(a.roundId, b.roundId) || a.run - b.run),
      };
    },
    async restoreBoard(whole) {
      const result = await insertBoard(redis, whole);
      return result === 'inserted' ? 'restored' : result;
    },
  };
}

function runOf([roundId, run, tally = null, ballots = null]: readonly Reply[]): StoredRun {
  const cast = pairs(ballots).map(([participant, text]) => {
    const { rev, castAt, choice } = readBallotText(text);
    return { participant, rev, castAt, ...readChoice(choice) };
  });
  return {
    roundId: String(roundId),
    run: Number(run),
    tally: readTallyHash(tally),
    cast: cast.toSorted((a, b) => compare(a.participant, b.participant)),
  };
}
