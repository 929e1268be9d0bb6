import type { Board } from '../../../server/domain/board.ts';
import type { Store } from '../../../server/store/store.ts';
import { startRedis } from '../../support/redis-server.ts';
import { openTemporaryRedis } from '../../support/redis-store.ts';
import { openTemporarySqlite } from '../../support/sqlite-store.ts';
import { openBoard } from '../../support/stored-boards.ts';
import { openScriptPerVote, type ScriptPerVote } from './script-per-vote.ts';

const BATCH = 500;
const BATCHES = 60;
const SINGLES = 400;
const PIPELINED = 4_000;
const SCRIPTS = 10_000;

/** Ballots per second. */
export interface StoreRates {
  /** As the ballot box hands them over: 500 at once, one batch after the other. */
  readonly batched: number;
  /** One ballot each, one after the other. */
  readonly single: number;
  /** One ballot each, all under way at once. */
  readonly pipelined: number;
  /** Of Redis: past this store, a small script for each vote. */
  readonly scripts: number | null;
}

export interface OpenedStore extends AsyncDisposable {
  readonly name: string;
  /** Measures each of the three ways once. */
  rates(repetition: number): Promise<StoreRates>;
}

/** Each with a board that has an open round. */
export async function openSqlite(): Promise<OpenedStore> {
  const opened = await openTemporarySqlite();
  return measuring('SQLite', opened.store, null, async () => opened[Symbol.asyncDispose]());
}

export async function openRedis(fsync: 'everysec' | 'always'): Promise<OpenedStore> {
  const redis = await startRedis('--appendfsync', fsync);
  const { store } = await openTemporaryRedis(redis.url);
  const usual = await openScriptPerVote(redis.url);
  return measuring(`Redis ${fsync}`, store, usual, async () => {
    await usual[Symbol.asyncDispose]();
    await store[Symbol.asyncDispose]();
    await redis[Symbol.asyncDispose]();
  });
}

async function measuring(
  name: string,
  store: Store,
  usual: ScriptPerVote | null,
  end: () => Promise<void>,
): Promise<OpenedStore> {
  const board = await openBoard(store);
  return {
    name,
    async rates(i) {
      return {
        batched: await perSecond(BATCH * BATCHES, () => inTurn(store, board, `b${i}`, BATCH, BATCHES)),
        single: await perSecond(SINGLES, () => inTurn(store, board, `s${i}`, 1, SINGLES)),
        pipelined: await perSecond(PIPELINED, () => atOnce(store, board, `p${i}`, PIPELINED)),
        scripts: usual && (await perSecond(SCRIPTS, () => usual.cast(`v${i}`, SCRIPTS))),
      };
    },
    [Symbol.asyncDispose]: end,
  };
}

async function perSecond(ballots: number, cast: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await cast();
  return (ballots / (performance.now() - began)) * 1_000;
}

async function inTurn(store: Store, board: Board, who: string, size: number, batches: number): Promise<void> {
  for (let at = 0; at < batches; at += 1) await store.castBallots(aBatch(board, `${who}-${at}`, size));
}

async function atOnce(store: Store, board: Board, who: string, ballots: number): Promise<void> {
  const all = Array.from({ length: ballots }, (_, at) => store.castBallots(aBatch(board, `${who}-${at}`, 1)));
  await Promise.all(all);
}

function aBatch(board: Board, who: string, size: number) {
  const [round] = board.rounds;
  if (!round) throw new Error('the board has no round');
  return {
    boardId: board.id,
    roundId: round.id,
    run: round.run,
    now: 2_500,
    ballots: Array.from({ length: size }, (_, i) => ({
      participant: `${who}-${i}`,
      rev: 1,
      entries: [round.entries[i % round.entries.length]?.id ?? ''],
    })),
  };
}
