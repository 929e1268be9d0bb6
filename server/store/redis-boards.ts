import type { Board } from '../domain/board.ts';
import type { Change } from '../domain/change.ts';
import { forLog, type LoggedChange } from '../domain/log.ts';
import { findRound } from '../domain/round.ts';
import { isIdea } from '../domain/idea.ts';
import type { Redis } from './redis-epoch.ts';
import { insertBoard } from './redis-insert.ts';
import { countingAnew } from './redis-merging.ts';
import { addressesOf, type Pointer, RedisPointers } from './redis-pointers.ts';
import { boardFrom, list } from './redis-rows.ts';
import { READ, REMOVE } from './redis-scripts.ts';
import {
  boardWrite,
  creditWrites,
  headWrite,
  ideaWrite,
  logWrite,
  stampWrite,
  type Write,
  writeBoard,
  type Writing,
} from './redis-writes.ts';
import type { BoardKey, Store } from './store.ts';

type Boards = Pick<
  Store,
  'listBoards' | 'readBoard' | 'findBoard' | 'createBoard' | 'commit' | 'removeBoard' | 'readLog'
>;

/**
 * [C2] What is erased is gone from the memory of Redis with the commit. The append-only file keeps the old command until
 * Redis rewrites it (`auto-aof-rewrite-percentage`, or `BGREWRITEAOF` by hand), and a snapshot until the next one.
 */
export function redisBoards(redis: Redis): Boards {
  const { keys } = redis;
  const pointers = new RedisPointers(redis);

  return {
    async listBoards() {
      const ids = list(await redis.send(keys.boards, ['ZRANGE', keys.boards, '0', '-1', 'REV']));
      const found = await Promise.all(ids.map((id) => readStored(redis, String(id))));
      const boards = found.filter((board) => board !== null);
      return boards.length === 0 || boards.length < ids.length ? redis.missing(boards) : boards;
    },
    async readBoard(boardId) {
      return (await readStored(redis, boardId)) ?? redis.missing(null);
    },
    async findBoard(by) {
      return pointers.follow(pointerOf(by));
    },
    async createBoard(board) {
      const log = [{ seq: board.seq, at: board.createdAt, change: { kind: 'board-created' } as const }];
      const result = await insertBoard(redis, { board, log, runs: [] });
      return result === 'inserted' ? 'created' : 'taken';
    },
    async commit(board, change, at) {
      const { id } = board;
      const claim = await pointers.claim(id, claimedBy(board, change));
      if ('taken' in claim) throw new Error(`${claim.taken.join(' ')} leads to another board`);
      const old = change.kind === 'stage-renewed' ? await storedToken(id) : null;
      const writing = writingOf(board, change, at);
      const isCommitted =
        (await countingAnew(redis, board, change, writing)) ?? (await writeBoard(redis, id, writing));
      if (!isCommitted) {
        await claim.release();
        return redis.missing(false);
      }
      if (old !== null) await pointers.releaseAll(id, [['stageToken', old]]);
      if (change.kind === 'round-removed') await pointers.releaseAll(id, [['round', change.roundId]]);
      return true;
    },
    async removeBoard(boardId) {
      const [count, addresses, rounds] = list(await redis.run(REMOVE, [keys.of(boardId)], []));
      if (count === 0) return redis.missing(undefined);
      const [slug = '', joinCode = '', stageToken = ''] = list(addresses).map(String);
      const led = addressesOf({ slug, joinCode, stageToken });
      const toRounds = list(rounds).map((id): Pointer => ['round', String(id)]);
      await pointers.releaseAll(boardId, [...led, ...toRounds]);
      await redis.send(keys.boards, ['ZREM', keys.boards, boardId]);
    },
    async readLog(boardId) {
      const lines = list(await redis.send(keys.log(boardId), ['LRANGE', keys.log(boardId), '0', '-1']));
      if (lines.length === 0) return redis.missing([]);
      return lines.map((line) => JSON.parse(String(line)) as LoggedChange);
    },
  };

  async function storedToken(boardId: string): Promise<string | null> {
    const token = await redis.send(keys.board(boardId), ['HGET', keys.board(boardId), 'stageToken']);
    return typeof token === 'string' ? token : null;
  }

  function writingOf(board: Board, change: Change, at: number): Writing {
    const { id, seq } = board;
    const logged = { seq, at, change: forLog(change) };
    const round = touchedRound(board, change);
    const heads = round ? [headWrite(keys, id, round), stampWrite(keys, id, round)] : [];
    return {
      buildsOn: seq - 1,
      writes: [boardWrite(keys, board), ...heads, logWrite(keys, id, logged), ...besideWrites(board, change)],
      ...(change.kind === 'round-removed' && { droppedRound: change.roundId }),
      // [R18] The run that is taken back is the last one.
      ...(change.kind === 'round-unopened' &&
        round && { tallyWithoutBallots: keys.tally(id, round.id, round.runs) }),
      ...(change.kind === 'idea-added' && {
        newIdea: { key: keys.ideas(id, change.roundId), id: change.idea.id },
      }),
    };
  }

  /** The ideas and names that the change names, and no others. */
  function besideWrites(board: Board, change: Change): Write[] {
    const { id } = board;
    const round = touchedRound(board, change);
    switch (change.kind) {
      case 'idea-added':
        return round ? [ideaWrite(keys, id, round, change.idea, round.entries.length - 1)] : [];
      case 'ideas-changed': {
        const changed = new Set(change.ideas.map(({ ideaId }) => ideaId));
        return (round?.entries ?? []).flatMap((entry, place) =>
          round && changed.has(entry.id) && isIdea(entry) ? [ideaWrite(keys, id, round, entry, place)] : [],
        );
      }
      case 'credit-given':
        return creditWrites(keys, id, change.credit, !change.replaces);
      case 'credit-withdrawn':
        return [
          ['HDEL', keys.credits(id), change.creditId],
          ['LREM', keys.creditOrder(id), '0', change.creditId],
        ];
      default:
        return [];
    }
  }
}

/** `null`: it is not there, for whatever reason. */
export async function readStored(redis: Redis, boardId: string): Promise<Board | null> {
  const found = list(await redis.run(READ, [redis.keys.of(boardId)], ['']));
  return found.length === 0 ? null : boardFrom(found);
}

/** Nothing that happens to a round touches another one. */
function touchedRound(board: Board, change: Change) {
  if (change.kind === 'round-added') return findRound(board, change.round.id);
  return 'roundId' in change && change.roundId !== null ? findRound(board, change.roundId) : undefined;
}

function claimedBy({ stageToken }: Board, change: Change): Pointer[] {
  if (change.kind === 'stage-renewed') return [['stageToken', stageToken]];
  return change.kind === 'round-added' ? [['round', change.round.id]] : [];
}

function pointerOf(by: BoardKey): Pointer {
  if ('slug' in by) return ['slug', by.slug];
  return 'joinCode' in by ? ['joinCode', by.joinCode] : ['stageToken', by.stageToken];
}
