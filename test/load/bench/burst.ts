import { CrowdProcess } from '../crowd/crowd-process.ts';
import { Rival } from '../rival.ts';
import { cpuWhile } from './cpu-window.ts';
import { startProduct } from './product.ts';
import { type BenchOptions, repeat } from './repetitions.ts';
import { type Measured, row, type Section, sectionOf } from './row.ts';

/** The usual way tells each vote to all: a million frames for a thousand phones, and for five thousand 25 times that. */
const BESIDE_THE_USUAL_WAY = 1_000;
const ALONE = 5_000;

/** All phones vote within one second. */
export async function benchBurst(options: BenchOptions): Promise<Section> {
  return sectionOf('Burst: every phone votes within one second', [
    await burstOf(BESIDE_THE_USUAL_WAY, true, options),
    await burstOf(ALONE, false, options),
  ]);
}

async function burstOf(phones: number, isBeside: boolean, options: BenchOptions): Promise<Measured> {
  await using product = await startProduct();
  using naive = await Rival.start('naive');
  using crowd = new CrowdProcess();
  const group = { phones, boards: [product.board], live: 1 };
  await crowd.join('product', {
    ...group,
    origins: [product.origin],
    hello: 'board',
    watched: isBeside ? 1 : 0.2,
  });
  // A tenth is enough to see when it is through: there is much to read.
  if (isBeside) {
    await crowd.join('naive', { ...group, origins: [naive.origin], hello: 'socket.io', watched: 0.1 });
  }
  const burst = async (name: 'product' | 'naive', pid: number) => {
    const { cpu, value } = await cpuWhile([pid], () => crowd.cast(name, { votes: phones, rate: phones }));
    await crowd.receive(name);
    if (value.acknowledged < phones) throw new Error(`${name} refused: ${JSON.stringify(value.refused)}`);
    return { cpu: cpu[0] ?? Number.NaN, after: value.afterLast ?? Number.NaN };
  };
  // Code is compiled by the first ones; the usual way does enough to compile its own within a burst.
  for (let warm = 0; warm < 6; warm += 1) await burst('product', product.pid);
  const { values, ...trouble } = await repeat(options, async () => ({
    product: await burst('product', product.pid),
    naive: isBeside ? await burst('naive', naive.pid) : null,
  }));
  const usual = values.flatMap((one) => one.naive ?? []);
  const ratios = values.flatMap((one) => (one.naive ? one.naive.cpu / one.product.cpu : []));
  const where = `${phones.toLocaleString('en')} phones`;
  const rows = [
    row(
      `${where}: server CPU`,
      's',
      values.map((one) => one.product.cpu),
    ),
    row(
      `${where}: last ballot to the final tally on the last screen`,
      'ms',
      values.map((one) => one.product.after),
      isBeside ? { most: 150 } : null,
    ),
  ];
  if (!isBeside) return { ...trouble, rows };
  return {
    ...trouble,
    rows: [
      row(`${where}: server CPU of the usual way, times the product`, '×', ratios, { least: 40 }),
      ...rows,
      row(
        `${where}: server CPU of the usual way (a broadcast per vote)`,
        's',
        usual.map(({ cpu }) => cpu),
      ),
      row(
        `${where}: the usual way, last ballot to the last screen`,
        'ms',
        usual.map(({ after }) => after),
      ),
    ],
  };
}
