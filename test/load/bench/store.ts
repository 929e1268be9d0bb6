import { findRedis } from '../../support/redis-server.ts';
import { type BenchOptions, repeat } from './repetitions.ts';
import { type Limit, type Row, row, type Section } from './row.ts';
import { openRedis, openSqlite, type OpenedStore, type StoreRates } from './store-rates.ts';

/** Batches of 500 per second, and how many times that is a call per vote, which in Redis is a script per vote. */
const PROMISED: Readonly<Record<string, { readonly batched: Limit; readonly ratio?: Limit }>> = {
  SQLite: { batched: { least: 100_000 } },
  'Redis everysec': { batched: { least: 200_000 }, ratio: { least: 8 } },
};

/** Durable ballots at the port of the store; each repetition takes all stores in turn. */
export async function benchStore(options: BenchOptions): Promise<Section> {
  const opened = [await openSqlite()];
  try {
    if (findRedis() !== null) opened.push(await openRedis('everysec'), await openRedis('always'));
    const { values, ...trouble } = await repeat(options, (n) => ratesOf(opened, n));
    const rows = opened.flatMap(({ name }) =>
      rowsOf(
        name,
        values.flatMap((rates) => rates.get(name) ?? []),
      ),
    );
    return { title: 'Store: durable ballots per second at its port', rows, ...trouble };
  } finally {
    for (const store of opened) await store[Symbol.asyncDispose]();
  }
}

async function ratesOf(stores: readonly OpenedStore[], n: number): Promise<ReadonlyMap<string, StoreRates>> {
  const rates = new Map<string, StoreRates>();
  for (const store of stores) rates.set(store.name, await store.rates(n));
  return rates;
}

function rowsOf(name: string, rates: readonly StoreRates[]): Row[] {
  const { batched, ratio } = PROMISED[name] ?? {};
  const scripts = rates.flatMap((one) => one.scripts ?? []);
  const ratios = rates.map((one) => one.batched / one.pipelined);
  const rows = [
    row(
      `${name}: batches of 500`,
      '/s',
      rates.map((one) => one.batched),
      batched,
    ),
    row(
      `${name}: a call per vote, all at once`,
      '/s',
      rates.map((one) => one.pipelined),
    ),
    row(
      `${name}: a call per vote, one after the other`,
      '/s',
      rates.map((one) => one.single),
    ),
    row(`${name}: batches, times a call per vote`, '×', ratios, ratio),
  ];
  if (scripts.length === 0) return rows;
  return [
    ...rows,
    row(
      `${name}: past the store, a script per vote that counts a device once, without other checks`,
      '/s',
      scripts,
    ),
  ];
}
