import type { Redis } from './redis-epoch.ts';
import { addressesOf, RedisPointers, roundsOf } from './redis-pointers.ts';
import { ballotText, contributionTexts, countBallots, headText, readHead, tallyHash } from './redis-rows.ts';
import { REMOVE } from './redis-scripts.ts';
import {
  boardWrite,
  creditWrites,
  hashWrites,
  headWrite,
  ideaWrites,
  logWrite,
  stampWrite,
  type Write,
  writeBoard,
} from './redis-writes.ts';
import type { StoredRun, WholeBoard } from './store.ts';
import { choiceText } from './stored-choice.ts';

/**
 * [S2] [X3] Writes a board that is not here yet. What leads to it is claimed first; ballots come before the board, because
 * there may be more than one script should hold, and nobody finds them until the board is there. A fault in between leaves
 * claims that are void after a minute, and ballots that go with the next try.
 */
export async function insertBoard(
  redis: Redis,
  { board, log, runs }: WholeBoard,
): Promise<'inserted' | 'exists' | 'taken'> {
  const { keys } = redis;
  const { id } = board;
  const pointers = new RedisPointers(redis);
  await redis.confirm();
  if ((await redis.send(keys.board(id), ['EXISTS', keys.board(id)])) === 1) return 'exists';
  const rounds = await pointers.claim(id, roundsOf(board));
  if ('taken' in rounds) return 'exists';
  const addresses = await pointers.claim(id, addressesOf(board));
  if ('taken' in addresses) {
    await rounds.release();
    return 'taken';
  }

  await redis.run(REMOVE, [keys.of(id)], []);
  await redis.send(keys.boards, ['ZADD', keys.boards, String(board.createdAt), id]);
  const heads = board.rounds.map((round) => headWrite(keys, id, round));
  const before = [...heads, ...runs.flatMap((run) => ballotWrites(run))];
  for (const write of before) await redis.send(keys.of(id), write);
  const writes = [
    boardWrite(keys, board),
    ...heads,
    ...board.rounds.map((round) => stampWrite(keys, id, round)),
    ...board.rounds.flatMap((round) => ideaWrites(keys, id, round)),
    ...board.credits.flatMap((credit) => creditWrites(keys, id, credit, true)),
    ...log.map((logged) => logWrite(keys, id, logged)),
  ];
  if (await writeBoard(redis, id, { buildsOn: null, writes })) return 'inserted';
  await addresses.release();
  await rounds.release();
  return 'exists';

  /** [T1] The counters are counted, not believed. */
  function ballotWrites({ roundId, run, tally, cast }: StoredRun): Write[] {
    const round = board.rounds.find((one) => one.id === roundId);
    if (!round) throw new Error(`ballots of a round that is none of the board's: ${roundId}`);
    const head = readHead(headText(round));
    const count = contributionTexts(head);
    const ballots = cast.map(({ participant, rev, castAt, ...choice }) => {
      const text = choiceText(choice);
      return { participant, rev, castAt, choice: text, contributions: count(choice, text) };
    });
    const counted = tallyHash({ version: tally.version, ...countBallots(ballots, head) });
    return [
      ...hashWrites(
        keys.ballots(id, roundId, run),
        ballots.flatMap((ballot) => [ballot.participant, ballotText(ballot)]),
      ),
      ...hashWrites(keys.tally(id, roundId, run), counted),
    ];
  }
}
