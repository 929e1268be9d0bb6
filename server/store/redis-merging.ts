import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Board } from '../domain/board.ts';
import type { Change } from '../domain/change.ts';
import { findRound } from '../domain/round.ts';
import type { Redis } from './redis-epoch.ts';
import type { Reply } from './redis-link.ts';
import {
  ballotText,
  contributionTexts,
  countBallots,
  type Head,
  headText,
  list,
  pairs,
  readBallotText,
  readHead,
  readTallyHash,
  tallyHash,
} from './redis-rows.ts';
import { READ_ROUND, RELEASE } from './redis-scripts.ts';
import { hashWrites, type Write, writeBoard, type Writing } from './redis-writes.ts';
import { readChoice } from './stored-choice.ts';

/** Ends by itself if its holder dies; the commit is refused then. */
const HOLD_MS = 10_000;

/** Tens of thousands of ballots are read and written in one go. */
export const LONG_MS = 8_000;

const PAUSE_MS = 10;

/**
 * [M4] A commit after which ballots count otherwise. What each adds is worked out here, because only the rules know it, and
 * written with the board in one step. Meanwhile the round takes no ballots: they wait (`whileMerging`), and are judged anew
 * by the head they find. Trying without holding them up would never end where ballots come faster than they are counted.
 * `null`: nothing counts otherwise.
 */
export async function countingAnew(
  redis: Redis,
  board: Board,
  change: Change,
  writing: Writing,
): Promise<boolean | null> {
  if (change.kind !== 'ideas-changed') return null;
  const { keys } = redis;
  const round = findRound(board, change.roundId);
  const stored = await redis.send(keys.heads(board.id), ['HGET', keys.heads(board.id), change.roundId]);
  if (!round || stored === null || stored === headText(round)) return null;

  const key = keys.merging(board.id);
  const token = randomUUID();
  await whileMerging(async () => {
    const held = await redis.send(key, ['SET', key, token, 'NX', 'PX', String(HOLD_MS)]);
    return held === null ? 'merging' : held;
  });
  try {
    const found = list(await redis.run(READ_ROUND, [keys.of(board.id)], [round.id], LONG_MS));
    const head = readHead(headText(round));
    const anew = list(found[1]).flatMap((run, at) =>
      runWrites(
        head,
        list(run),
        keys.ballots(board.id, round.id, at + 1),
        keys.tally(board.id, round.id, at + 1),
      ),
    );
    return await writeBoard(
      redis,
      board.id,
      { ...writing, token, writes: [...writing.writes, ...anew] },
      LONG_MS,
    );
  } finally {
    await redis.run(RELEASE, [key], [token]).catch(() => {});
  }
}

/** Asks again for as long as ballots may be counted anew. */
export async function whileMerging<T extends Reply>(ask: () => Promise<T>): Promise<T> {
  for (let waited = 0; waited < HOLD_MS; waited += PAUSE_MS) {
    const answer = await ask();
    if (answer !== 'merging') return answer;
    await pause(PAUSE_MS);
  }
  throw new Error('ballots are still being counted anew');
}

/** Only ballots that count otherwise; but the version grows in any case, as with every recount. */
function runWrites(
  head: Head,
  [tally = null, held = null]: readonly Reply[],
  ballotsKey: string,
  tallyKey: string,
): Write[] {
  const count = contributionTexts(head);
  const ballots = pairs(held).map(([participant, text]) => ({ participant, ...readBallotText(text) }));
  if (ballots.length === 0) return [];
  const moved = ballots.flatMap((ballot) => {
    const contributions = count(readChoice(ballot.choice), ballot.choice);
    if (contributions === ballot.contributions) return [];
    return [ballot.participant, ballotText({ ...ballot, contributions })];
  });
  const version = readTallyHash(tally).version + 1;
  return [
    ...hashWrites(ballotsKey, moved),
    ['DEL', tallyKey],
    ...hashWrites(tallyKey, tallyHash({ version, ...countBallots(ballots, head) })),
  ];
}
