import type { OwnBallot } from '../../shared/board-view.ts';
import { runRefuses } from '../domain/ballot.ts';
import { NO_BALLOTS } from '../domain/tally.ts';
import type { Redis } from './redis-epoch.ts';
import type { Reply } from './redis-link.ts';
import { LONG_MS, whileMerging } from './redis-merging.ts';
import { RedisPointers } from './redis-pointers.ts';
import {
  ballotText,
  contributionTexts,
  countBallots,
  type Head,
  list,
  pairs,
  readBallotText,
  readHead,
  readTallyHash,
} from './redis-rows.ts';
import { CAST, READ_OWN, READ_ROUND } from './redis-scripts.ts';
import { Recent } from './recent.ts';
import type { BallotAnswer, BallotBatch, BatchResult, Store } from './store.ts';
import { choiceText, readChoice } from './stored-choice.ts';

type Ballots = Pick<Store, 'castBallots' | 'readTally' | 'recount' | 'readBallots'>;

/** How often a batch is judged anew because its round changed meanwhile. */
const TRIES = 20;

/** How many rounds are remembered. */
const REMEMBERED = 1_000;

/**
 * [V1] [V3] A batch is judged here, by the same rules as everywhere, and by the round's head as it was last read; the script
 * takes it only if that is still the head, in the very step that counts it.
 */
export function redisBallots(redis: Redis): Ballots {
  const { keys } = redis;
  const pointers = new RedisPointers(redis);
  const heads = new Recent<Head>(REMEMBERED);
  const boards = new Recent<string>(REMEMBERED);

  const readHeadOf = async (boardId: string, roundId: string): Promise<Head | null> => {
    const key = keys.heads(boardId);
    const text = await redis.send(key, ['HGET', key, roundId]);
    heads.delete(nameOf(boardId, roundId));
    return typeof text === 'string' ? heads.set(nameOf(boardId, roundId), readHead(text)) : null;
  };
  /** Rounds stay with their board: what was found once need not be asked for on each tick. */
  const boardOf = async (roundId: string): Promise<string | null> => {
    const boardId = await pointers.follow(['round', roundId]);
    return boardId === null ? null : boards.set(roundId, boardId);
  };

  return {
    async castBallots(batch) {
      const { boardId, roundId, run, now } = batch;
      let head = heads.get(nameOf(boardId, roundId));
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        // A refusal must not rest on what was remembered.
        if (!head || runRefuses(head, run, now)) head = (await readHeadOf(boardId, roundId)) ?? undefined;
        if (!head) return redis.missing<BatchResult>({ ok: false, code: 'not_found' });
        const code = runRefuses(head, run, now);
        if (code) return { ok: false, code };
        const { stamp } = head;
        const ballots = textsOf(batch, head);
        const args = [roundId, stamp, ...ballots];
        const names = [keys.stamps(boardId), keys.ballots(boardId, roundId, run)] as const;
        const reply = await whileMerging(() =>
          redis.run(CAST, [...names, keys.tally(boardId, roundId, run), keys.merging(boardId)], args),
        );
        if (reply !== 'stale') return answersTo(batch, reply);
        head = undefined;
      }
      throw new Error(`round ${roundId} changes faster than ballots are taken`);
    },
    async readTally(roundId, run) {
      for (const find of [async () => boards.get(roundId), boardOf]) {
        const boardId = await find(roundId);
        if (!boardId) continue;
        const key = keys.tally(boardId, roundId, run);
        const tally = readTallyHash(await redis.send(key, ['HGETALL', key]));
        if (tally.version > 0) return tally;
      }
      return redis.missing(NO_BALLOTS);
    },
    async recount(roundId, run) {
      const boardId = await boardOf(roundId);
      if (boardId === null) return NO_BALLOTS;
      const [head, runs] = list(await redis.run(READ_ROUND, [keys.of(boardId)], [roundId], LONG_MS));
      const [tally, held] = list(list(runs)[run - 1]);
      if (typeof head !== 'string' || !tally || !held) return redis.missing(NO_BALLOTS);
      const ballots = pairs(held).map(([, text]) => readBallotText(text));
      return { version: readTallyHash(tally).version, ...countBallots(ballots, readHead(head)) };
    },
    async readBallots(boardId, participant) {
      const found = list(await redis.run(READ_OWN, [keys.of(boardId)], [participant])).map(list);
      if (found.length === 0) return redis.missing([]);
      return found.map(ownBallot).toSorted((a, b) => compare(a.roundId, b.roundId) || a.run - b.run);
    },
  };
}

/** By the code of their characters, as SQLite orders them. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Neither id has a space. */
function nameOf(boardId: string, roundId: string): string {
  return `${boardId} ${roundId}`;
}

function textsOf({ ballots, now }: BallotBatch, head: Head): string[] {
  const count = contributionTexts(head);
  return ballots.flatMap(({ participant, rev, ...choice }) => {
    const text = choiceText(choice);
    const contributions = count(choice, text);
    return [participant, ballotText({ rev, castAt: now, choice: text, contributions })];
  });
}

function answersTo({ roundId, run, ballots }: BallotBatch, reply: Reply): BatchResult {
  const [tally = null, others = null] = list(reply);
  const standing = new Map(pairs(others).map(([index, text]) => [Number(index), readBallotText(text)]));
  const answers = ballots.map(({ rev, entries, points }, index): BallotAnswer => {
    const choice = points ? { entries, points } : { entries };
    const old = standing.get(index);
    if (!old) return { result: 'counted', ballot: { roundId, run, rev, ...choice } };
    const result = old.rev === rev && old.choice === choiceText(choice) ? 'repeated' : 'superseded';
    return { result, ballot: { roundId, run, rev: old.rev, ...readChoice(old.choice) } };
  });
  return { ok: true, tally: readTallyHash(tally), answers };
}

function ownBallot([roundId, run, text]: readonly Reply[]): OwnBallot {
  const { rev, choice } = readBallotText(String(text));
  return { roundId: String(roundId), run: Number(run), rev, ...readChoice(choice) };
}
