import type { Board } from '../../server/domain/board.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { openBoard } from '../support/stored-boards.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { median } from './bench-table.ts';

const BATCH = 500;
const BATCHES = 40;
const SINGLES = 400;

/** Durable ballots per second at the store port, in batches and one by one in turn; medians. */
export async function measureStore(times: number): Promise<{ batched: number; single: number }> {
  await using folder = await temporaryFolder();
  await using store = await openSqliteStore(folder.path, { lock: true });
  const board = await openBoard(store);
  const batched: number[] = [];
  const single: number[] = [];
  for (let i = 0; i < times; i += 1) {
    batched.push(await perSecond(store, board, `batched${i}`, BATCH, BATCHES));
    single.push(await perSecond(store, board, `single${i}`, 1, SINGLES));
  }
  return { batched: median(batched), single: median(single) };
}

async function perSecond(
  store: Store,
  board: Board,
  who: string,
  size: number,
  batches: number,
): Promise<number> {
  const [round] = board.rounds;
  if (!round) throw new Error('the board has no round');
  const began = performance.now();
  for (let batch = 0; batch < batches; batch += 1) {
    await store.castBallots({
      boardId: board.id,
      roundId: round.id,
      run: round.run,
      now: 2_500,
      ballots: Array.from({ length: size }, (_, i) => ({
        participant: `${who}-${batch}-${i}`,
        rev: 1,
        entries: [round.entries[i % round.entries.length]?.id ?? ''],
      })),
    });
  }
  return ((size * batches) / (performance.now() - began)) * 1_000;
}
