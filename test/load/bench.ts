import { buildIfStale } from '../support/built.ts';
import { benchIdeas } from './bench-ideas.ts';
import { measurePhones, measureStarts } from './bench-process.ts';
import { measureStores, type StoreRates } from './bench-store.ts';
import { median, table } from './bench-table.ts';

/**
 * `npm run bench`: what the product costs, as medians, and as ratios of things measured side by side in this run. Other
 * work on the machine falsifies single values; the ratios hold. `npm run bench -- ideas`: only what many ideas cost a
 * phone and the server.
 */
buildIfStale();

const only = process.argv[2];
if (only !== undefined && only !== 'ideas')
  throw new Error(`There is no bench of ${only}: npm run bench [-- ideas]`);
if (only === undefined) await benchServer();
process.stdout.write(table(await benchIdeas()));

async function benchServer(): Promise<void> {
  const starts = await measureStarts(5);
  const added = median([await measurePhones(1_000), await measurePhones(1_000), await measurePhones(1_000)]);
  const stores = await measureStores(5);

  process.stdout.write(
    table([
      ['start to listening, median of 5', `${Math.round(median(starts.map(({ ms }) => ms)))} ms`],
      ['memory of an idle server (RSS)', `${mebibytes(median(starts.map(({ rss }) => rss)))} MiB`],
      [
        '1,000 idle phones add, median of 3',
        `${mebibytes(added)} MiB (${Math.round(added / 1_000 / 1_024)} KiB each)`,
      ],
      ...stores.flatMap(storeRows),
    ]),
  );
}

/** One by one: the next only when the one before was answered. */
function storeRows({ store, batched, single, pipelined }: StoreRates): [string, string][] {
  return [
    [`durable ballots, ${store}, batches of 500`, `${Math.round(batched)}/s`],
    [`durable ballots, ${store}, a call for each`, `${Math.round(pipelined)}/s`],
    [`durable ballots, ${store}, one by one`, `${Math.round(single)}/s`],
    [`group commit is faster by, ${store}`, `${(batched / pipelined).toFixed(1)} ×`],
  ];
}

function mebibytes(bytes: number): string {
  return (bytes / 1_024 / 1_024).toFixed(1);
}
