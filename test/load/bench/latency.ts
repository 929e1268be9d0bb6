import { CrowdProcess } from '../crowd/crowd-process.ts';
import { cpuWhile } from './cpu-window.ts';
import { startProduct } from './product.ts';
import { type BenchOptions, repeat } from './repetitions.ts';
import { type Limit, type Measured, row, type Section, sectionOf } from './row.ts';

interface Size {
  readonly phones: number;
  /** Ballots per second, spread over all phones. */
  readonly rate: number;
  /** Which part of the phones is looked at. */
  readonly watched: number;
  readonly promised: { readonly p50?: Limit; readonly p99?: Limit; readonly ticks?: Limit };
}

const SIZES: readonly Size[] = [
  { phones: 100, rate: 20, watched: 1, promised: { p50: { most: 25 } } },
  { phones: 1_000, rate: 200, watched: 0.2, promised: { p50: { most: 60 }, p99: { most: 130 } } },
  { phones: 5_000, rate: 1_000, watched: 0.1, promised: { p99: { most: 250 }, ticks: { least: 9 } } },
  { phones: 10_000, rate: 1_000, watched: 0.1, promised: { p99: { most: 300 }, ticks: { least: 4.5 } } },
];

const SECONDS = 5;

/** How long a vote takes to its own acknowledgement, and to the screens of all. */
export async function benchLatency(options: BenchOptions): Promise<Section> {
  const parts: Measured[] = [];
  for (const size of SIZES) parts.push(await measureLatency(size, options));
  return sectionOf('Latency: from a vote to its acknowledgement, and to every screen', parts);
}

async function measureLatency(size: Size, options: BenchOptions): Promise<Measured> {
  const { phones, rate, watched, promised } = size;
  await using product = await startProduct();
  using crowd = new CrowdProcess();
  await crowd.join('hall', {
    origins: [product.origin],
    phones,
    hello: 'board',
    boards: [product.board],
    live: watched,
    watched,
  });
  await crowd.drain(true);
  await crowd.cast('hall', { votes: rate * 2, rate });
  const { values, ...trouble } = await repeat(options, async () => {
    const { cpu, seconds, value } = await cpuWhile([product.pid, crowd.pid], () =>
      crowd.cast('hall', { votes: rate * SECONDS, rate }),
    );
    const { lost } = await crowd.receive('hall');
    const [server = 0, simulator = 0] = cpu.map((one) => one / seconds);
    if (value.acknowledged < value.cast) throw new Error(`refused: ${JSON.stringify(value.refused)}`);
    return { ...value, lost, server, simulator };
  });
  const of = (pick: (one: (typeof values)[number]) => number) => values.map(pick);
  const where = `${phones.toLocaleString('en')} phones, ${rate.toLocaleString('en')} ballots/s`;
  return {
    ...trouble,
    rows: [
      row(
        `${where}: vote to screen, p50 of all votes on all screens`,
        'ms',
        of((one) => one.screens.p50),
        promised.p50,
      ),
      row(
        `${where}: vote to screen, p99`,
        'ms',
        of((one) => one.screens.p99),
        promised.p99,
      ),
      row(
        `${where}: vote to the last of all screens, p50`,
        'ms',
        of((one) => one.lastScreens.p50),
      ),
      row(
        `${where}: vote to the last of all screens, p99`,
        'ms',
        of((one) => one.lastScreens.p99),
      ),
      row(
        `${where}: vote to its own acknowledgement, p50`,
        'ms',
        of((one) => one.acknowledgements.p50),
      ),
      row(
        `${where}: vote to its own acknowledgement, p99`,
        'ms',
        of((one) => one.acknowledgements.p99),
      ),
      row(
        `${where}: ticks`,
        '/s',
        of((one) => one.ticksPerSecond),
        promised.ticks,
      ),
      row(
        `${where}: votes a screen never showed, phones dropped`,
        '',
        of((one) => one.unseen + one.lost),
        { most: 0 },
      ),
      row(
        `${where}: CPU of the server`,
        'cores',
        of((one) => one.server),
      ),
      row(
        `${where}: CPU of the simulated phones`,
        'cores',
        of((one) => one.simulator),
      ),
    ],
  };
}
