import { expect, test } from 'vitest';
import { withTables } from './baseline.ts';
import { keyOf, reportOf, verdictOf } from './report.ts';
import { repeat } from './repetitions.ts';
import { isMet, row, sectionOf } from './row.ts';

const met = row('vote to screen, p50', 'ms', [31, 24, 27], { most: 60 });
const missed = row('two nodes, times the frames of one', '×', [1.5, 1.6, 1.4], { least: 1.7 });
const open = row('ticks', '/s', [12]);
const section = sectionOf('Latency', [
  { rows: [met, open], foreign: 0.02, failed: 0 },
  { rows: [missed], foreign: 0.3, failed: 0 },
]);

test('a row tells its median, its range, its limit and whether that is met', () => {
  const saved = { [keyOf(section, met)]: 29 };
  expect(reportOf([section], saved).split('\n')).toEqual([
    '### Latency',
    '',
    '|  | median | of repetitions | limit |  | saved before |',
    '| --- | ---: | ---: | ---: | --- | ---: |',
    '| vote to screen, p50 | 27 ms | 24 ms to 31 ms | ≤ 60 ms | met | 29 ms |',
    '| ticks | 12/s |  |  |  |  |',
    '| two nodes, times the frames of one | 1.50 × | 1.40 × to 1.60 × | ≥ 1.70 × | **missed** |  |',
    '',
    'Others used 0.30 cores at most meanwhile.',
    '',
  ]);
});

test('without a baseline nothing is compared', () => {
  const [, , head, , first] = reportOf([section], null).split('\n');
  expect(head).toBe('|  | median | of repetitions | limit |  |');
  expect(first).toBe('| vote to screen, p50 | 27 ms | 24 ms to 31 ms | ≤ 60 ms | met |');
});

test('the verdict counts limits and names those that were missed', () => {
  expect(verdictOf([section])).toBe(
    '1 of 2 limits met.\n- two nodes, times the frames of one: 1.500 ×, limit ≥ 1.70 ×',
  );
});

test('how many repetitions failed stands below the table, all parts together', () => {
  const after = (...failed: readonly number[]) =>
    reportOf(
      [
        sectionOf(
          'X',
          failed.map((one) => ({ rows: [met], foreign: 0, failed: one })),
        ),
      ],
      null,
    );
  expect(after(0, 0)).not.toContain('failed');
  expect(after(0, 1)).toContain('meanwhile. One repetition failed and was done again.\n');
  expect(after(2, 1)).toContain('meanwhile. 3 repetitions failed and were done again.\n');
});

test('a limit itself is met, and what could not be measured is not', () => {
  expect(isMet(row('x', 'ms', [60], { most: 60 }))).toBe(true);
  expect(isMet(row('x', '/s', [10_000], { least: 10_000 }))).toBe(true);
  expect(isMet(row('x', 'ms', [Number.NaN], { most: 60 }))).toBe(false);
  expect(isMet(row('x', 'ms', [], { least: 0 }))).toBe(false);
  expect(isMet(open)).toBeNull();
  expect(reportOf([sectionOf('X', [{ rows: [row('x', 'ms', [])], foreign: 0, failed: 0 }])], {})).toContain(
    'not measured',
  );
});

test('a repetition that fails is done again, three at most, and told', async () => {
  const { options, signs, failingAt } = repetitions(3);
  const done = await repeat(options, failingAt(0, 1, 4));
  expect(done.values.toSorted()).toEqual([2, 3, 5]);
  expect(done.failed).toBe(3);
  expect(signs.filter((sign) => sign.startsWith('x'))).toEqual(
    Array.from({ length: 3 }, () => 'x (a phone could not come in)'),
  );
});

test('where fewer succeed than are wanted nothing is told but how many, and why', async () => {
  const { options, signs, failingAt } = repetitions(3);
  const few = repeat(options, failingAt(0, 2, 3, 4));
  await expect(few).rejects.toThrow('1 of 3 repetitions succeeded: a phone could not come in');
  expect(signs).toHaveLength(5);
});

function repetitions(times: number) {
  const signs: string[] = [];
  return {
    options: { times, isStrict: false, say: (sign: string) => signs.push(sign) },
    signs,
    failingAt:
      (...bad: readonly number[]) =>
      async (n: number) => {
        if (bad.includes(n)) throw new Error('a phone could not come in');
        return n;
      },
  };
}

test('tables replace what stands between their marks, and nothing else', () => {
  const [from, to] = ['<!-- bench: written by npm run bench -- --save -->', '<!-- bench: end -->'];
  const text = `# Before\n\n${from}\n\nold\n\n${to}\n\nAfter\n`;
  expect(withTables(text, 'new\n')).toBe(`# Before\n\n${from}\n\nnew\n\n${to}\n\nAfter\n`);
  expect(() => withTables('# Nothing', 'new')).toThrow('marks');
});
