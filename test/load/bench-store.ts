import type { Board } from '../../server/domain/board.ts';
import type { Store } from '../../server/store/store.ts';
import { findRedis, startRedis } from '../support/redis-server.ts';
import { openTemporaryRedis } from '../support/redis-store.ts';
import { openTemporarySqlite } from '../support/sqlite-store.ts';
import { openBoard } from '../support/stored-boards.ts';
import { median } from './bench-table.ts';

const BATCH = 500;
const BATCHES = 40;
const SINGLES = 400;
const PIPELINED = 4_000;

export interface StoreRates {
  readonly store: string;
  /** Ballots per second, as the ballot box hands them over: 500 at once, one batch after the other. */
  readonly batched: number;
  /** One ballot each, one after the other. */
  readonly single: number;
  /** One ballot each, all under way at once: the usual way with Redis is a script per vote. */
  readonly pipelined: number;
}

/** Durable ballots per second at the store port; each repetition takes all stores and ways in turn; medians. */
export async function measureStores(times: number): Promise<StoreRates[]> {
  const opened = [await openSqlite()];
  if (findRedis() !== null) opened.push(await openRedis('everysec'), await openRedis('always'));
  try {
    const measured: Measured[] = [];
    for (const { name, store } of opened) {
      measured.push({ name, store, board: await openBoard(store), batched: [], single: [], pipelined: [] });
    }
    for (let i = 0; i < times; i += 1) for (const one of measured) await measureOnce(one, i);
    return measured.map(({ name, batched, single, pipelined }) => ({
      store: name,
      batched: median(batched),
      single: median(single),
      pipelined: median(pipelined),
    }));
  } finally {
    for (const one of opened) await one.end();
  }
}

interface Opened {
  readonly name: string;
  readonly store: Store;
  end(): Promise<void>;
}

interface Measured extends Pick<Opened, 'name' | 'store'> {
  readonly board: Board;
  readonly batched: number[];
  readonly single: number[];
  readonly pipelined: number[];
}

async function openSqlite(): Promise<Opened> {
  const opened = await openTemporarySqlite();
  return { name: 'SQLite', store: opened.store, end: async () => opened[Symbol.asyncDispose]() };
}

async function openRedis(fsync: string): Promise<Opened> {
  const redis = await startRedis('--appendfsync', fsync);
  const { store } = await openTemporaryRedis(redis.url);
  return {
    name: `Redis ${fsync}`,
    store,
    async end() {
      await store[Symbol.asyncDispose]();
      await redis[Symbol.asyncDispose]();
    },
  };
}

async function measureOnce({ store, board, batched, single, pipelined }: Measured, i: number): Promise<void> {
  batched.push(await perSecond(BATCH * BATCHES, () => inTurn(store, board, `b${i}`, BATCH, BATCHES)));
  single.push(await perSecond(SINGLES, () => inTurn(store, board, `s${i}`, 1, SINGLES)));
  pipelined.push(await perSecond(PIPELINED, () => atOnce(store, board, `p${i}`, PIPELINED)));
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
