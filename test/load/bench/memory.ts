import { serve } from '../../support/serve.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { residentBytes } from '../cpu-time.ts';
import { CrowdProcess } from '../crowd/crowd-process.ts';
import { quiet, settledBytes } from './cpu-window.ts';
import { startProduct } from './product.ts';
import { type BenchOptions, repeat } from './repetitions.ts';
import { row, type Section, sectionOf, troubleOf } from './row.ts';

const SIZES = [1_000, 5_000, 10_000] as const;
const WAVES = 20;
const WAVE = 1_000;

/** What a server holds: alone, for each idle phone, and after many have come and gone. */
export async function benchMemory(options: BenchOptions): Promise<Section> {
  const starts = await repeat(options, measureStart);
  const phones = await repeat(options, measurePhones);
  const waves = await repeat({ ...options, times: 1 }, measureWaves);
  const kib = (n: number) => phones.values.map((one) => (one[n] ?? Number.NaN) / 1_024);
  const rows = [
    ...SIZES.map((size, n) =>
      row(
        `memory (RSS) that ${size.toLocaleString('en')} idle phones add, each`,
        'KiB',
        kib(n),
        size === 10_000 ? { most: 22 } : null,
      ),
    ),
    row(
      `${WAVES} waves of ${WAVE.toLocaleString('en')} phones come and go: memory left by the last 8, times that by the 8 before`,
      '×',
      waves.values.map(({ growth }) => growth),
      { most: 1.05 },
    ),
    row(
      'memory after the last wave',
      'MiB',
      waves.values.map(({ bytes }) => bytes / 1_024 ** 2),
    ),
    row(
      'memory of an idle server',
      'MiB',
      starts.values.map(({ bytes }) => bytes / 1_024 ** 2),
    ),
    row(
      'start to listening',
      'ms',
      starts.values.map(({ ms }) => ms),
    ),
  ];
  return sectionOf('Memory', [{ rows, ...troubleOf([starts, phones, waves]) }]);
}

async function measureStart(): Promise<{ ms: number; bytes: number }> {
  await using folder = await temporaryFolder();
  const began = performance.now();
  await using server = await serve({ folder: folder.path });
  const ms = performance.now() - began;
  return { ms, bytes: await settledBytes(server.child.pid ?? 0) };
}

/** Bytes that each of so many phones adds. */
async function measurePhones(): Promise<number[]> {
  await using product = await startProduct();
  using crowd = new CrowdProcess();
  await crowd.drain(true);
  const join = (name: string, phones: number) =>
    crowd.join(name, {
      origins: [product.origin],
      phones,
      hello: 'board',
      boards: [product.board],
      live: 0,
    });
  // What the first ones load and compile is counted as theirs: a server that nobody has visited yet is what is paid for.
  const before = await settledBytes(product.pid);
  const each: number[] = [];
  let here = 0;
  for (const size of SIZES) {
    await join(`to ${size}`, size - here);
    here = size;
    each.push(((await settledBytes(product.pid)) - before) / size);
  }
  return each;
}

async function measureWaves(): Promise<{ growth: number; bytes: number }> {
  await using product = await startProduct();
  using crowd = new CrowdProcess();
  const { seq: _, ...board } = product.board;
  const bytes: number[] = [];
  for (let wave = 0; wave < WAVES; wave += 1) {
    await crowd.join('wave', {
      origins: [product.origin],
      phones: WAVE,
      hello: 'board',
      boards: [board],
      live: 1,
    });
    await crowd.leave('wave');
    await quiet(product.pid);
    bytes.push(residentBytes(product.pid) ?? Number.NaN);
  }
  // Memory grows until it is worth tidying up, about every eighth wave: what stays then is what the waves have left.
  const early = Math.min(...bytes.slice(4, 12));
  const late = Math.min(...bytes.slice(12));
  return { growth: late / early, bytes: late };
}
