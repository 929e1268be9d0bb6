import { CrowdProcess } from '../crowd/crowd-process.ts';
import { cpuWhile, quiet } from './cpu-window.ts';
import { startProduct } from './product.ts';
import { type BenchOptions, repeat } from './repetitions.ts';
import { row, type Section, sectionOf } from './row.ts';

const FEW = 500;
const MANY = 5_000;
/** A code is shown, and everybody has scanned it a moment later. */
const WITHIN_MS = 1_000;

/** Everybody comes at once: connections, identities, and the whole board for each. */
export async function benchJoins(options: BenchOptions): Promise<Section> {
  await using product = await startProduct();
  using crowd = new CrowdProcess();
  const { seq: _, ...board } = product.board;
  const storm = async (phones: number) => {
    const { cpu, value } = await cpuWhile([product.pid], () =>
      crowd.join('storm', {
        origins: [product.origin],
        phones,
        hello: 'board',
        boards: [board],
        live: 1,
        within: WITHIN_MS,
      }),
    );
    await crowd.leave('storm');
    await quiet(product.pid);
    return { micros: ((cpu[0] ?? Number.NaN) * 1e6) / phones, ...value };
  };
  // Code is compiled by the first ones.
  await storm(FEW);
  await storm(MANY);
  const { values, ...trouble } = await repeat(options, async () => ({
    few: await storm(FEW),
    many: await storm(MANY),
  }));
  const [few, many] = [values.map((one) => one.few), values.map((one) => one.many)];
  const where = (phones: number) => `${phones.toLocaleString('en')} phones within a second`;
  const rows = [
    row(
      `CPU per join at ${MANY.toLocaleString('en')}, times that at ${FEW}`,
      '×',
      values.map((one) => one.many.micros / one.few.micros),
      { most: 1.2 },
    ),
    row(
      `${where(FEW)}: server CPU per join`,
      'µs',
      few.map(({ micros }) => micros),
    ),
    row(
      `${where(MANY)}: server CPU per join`,
      'µs',
      many.map(({ micros }) => micros),
    ),
    row(
      `${where(FEW)}: until the last one sees the board`,
      'ms',
      few.map(({ took }) => took),
    ),
    row(
      `${where(MANY)}: until the last one sees the board`,
      'ms',
      many.map(({ took }) => took),
    ),
    row(
      `${where(MANY)}: times one was asked to come back`,
      '',
      many.map(({ turnedAway }) => turnedAway),
    ),
    row(
      `${where(MANY)}: lines that broke`,
      '',
      many.map(({ failed }) => failed),
      { most: 0 },
    ),
  ];
  return sectionOf('Joins: everybody comes at once', [{ rows, ...trouble }]);
}
