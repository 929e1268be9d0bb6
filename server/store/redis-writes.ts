import type { Board } from '../domain/board.ts';
import type { StoredCredit } from '../domain/credit.ts';
import { isIdea, type StoredIdea } from '../domain/idea.ts';
import type { LoggedChange } from '../domain/log.ts';
import type { Round } from '../domain/round.ts';
import type { Redis } from './redis-epoch.ts';
import type { RedisKeys } from './redis-keys.ts';
import { boardText, headText, ideaText, stampOf } from './redis-rows.ts';
import { COMMIT } from './redis-scripts.ts';

/** A command in words. */
export type Write = readonly string[];

/** What is written at once, and under which conditions. */
export interface Writing {
  /** `null`: there is no such board yet. */
  readonly buildsOn: number | null;
  /** Under which ballots are counted anew. */
  readonly token?: string;
  readonly tallyWithoutBallots?: string;
  readonly newIdea?: { readonly key: string; readonly id: string };
  readonly droppedRound?: string;
  readonly writes: readonly Write[];
}

/** [S1] All of it, or `false` and nothing. */
export async function writeBoard(
  redis: Redis,
  boardId: string,
  writing: Writing,
  ms?: number,
): Promise<boolean> {
  const { buildsOn, token = '', tallyWithoutBallots = '', newIdea, droppedRound = '', writes } = writing;
  const conditions = [
    String(buildsOn ?? ''),
    token,
    tallyWithoutBallots,
    newIdea?.key ?? '',
    newIdea?.id ?? '',
  ];
  const words = writes.flatMap((write) => [String(write.length), ...write]);
  return (
    (await redis.run(COMMIT, [redis.keys.of(boardId)], [...conditions, droppedRound, ...words], ms)) === 1
  );
}

export function boardWrite(keys: RedisKeys, board: Board): Write {
  const { id, seq, slug, joinCode, stageToken } = board;
  const fields = { seq: String(seq), json: boardText(board), slug, joinCode, stageToken };
  return ['HSET', keys.board(id), ...Object.entries(fields).flat()];
}

export function headWrite(keys: RedisKeys, boardId: string, round: Round): Write {
  return ['HSET', keys.heads(boardId), round.id, headText(round)];
}

/** With it, the round takes ballots judged by this head. */
export function stampWrite(keys: RedisKeys, boardId: string, round: Round): Write {
  return ['HSET', keys.stamps(boardId), round.id, stampOf(headText(round))];
}

export function ideaWrite(
  keys: RedisKeys,
  boardId: string,
  round: Round,
  idea: StoredIdea,
  place: number,
): Write {
  return ['HSET', keys.ideas(boardId, round.id), idea.id, ideaText(idea, place)];
}

export function ideaWrites(keys: RedisKeys, boardId: string, round: Round): Write[] {
  return round.entries.flatMap((entry, place) =>
    isIdea(entry) ? [ideaWrite(keys, boardId, round, entry, place)] : [],
  );
}

export function creditWrites(
  keys: RedisKeys,
  boardId: string,
  credit: StoredCredit,
  isNew: boolean,
): Write[] {
  const write = ['HSET', keys.credits(boardId), credit.id, JSON.stringify(credit)];
  return isNew ? [write, ['RPUSH', keys.creditOrder(boardId), credit.id]] : [write];
}

export function logWrite(keys: RedisKeys, boardId: string, logged: LoggedChange): Write {
  return ['RPUSH', keys.log(boardId), JSON.stringify(logged)];
}

/** Field and value in turn, in commands that a script's stack can hold. */
export function hashWrites(key: string, fields: readonly string[]): Write[] {
  const writes: Write[] = [];
  for (let from = 0; from < fields.length; from += 1_000) {
    writes.push(['HSET', key, ...fields.slice(from, from + 1_000)]);
  }
  return writes;
}
