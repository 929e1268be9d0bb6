import { parseArgs } from 'node:util';
import { buildIfStale } from '../support/built.ts';
import { benchBallots } from './bench/ballots.ts';
import { benchBurst } from './bench/burst.ts';
import { benchFanOut } from './bench/fan-out.ts';
import { benchIdeas } from './bench/ideas.ts';
import { benchJoins } from './bench/joins.ts';
import { benchLatency } from './bench/latency.ts';
import { benchMemory } from './bench/memory.ts';
import { benchNodes } from './bench/nodes.ts';
import { benchStore } from './bench/store.ts';
import { readBaseline, saveBaseline, saveTables } from './bench/baseline.ts';
import type { BenchOptions } from './bench/repetitions.ts';
import { type Baseline, machine, reportOf, verdictOf } from './bench/report.ts';
import type { Section } from './bench/row.ts';

const USAGE = `npm run bench [-- SECTION …] [--times N] [--any] [--save]

What the product costs, beside other ways measured in the same run. Sections, all of them if none is named:
  fan-out  burst  latency  ballots  store  nodes  memory  joins  ideas

  --times N  repetitions of each measurement; the table tells their median (5)
  --any      a repetition that other work on the machine disturbed counts as well
  --save     writes the values to test/load/baseline.json and the tables to docs/performance.md; all sections only

Each repetition is a sign: . it counts, ! other work disturbed it and without --any it is done again, x it failed, and why.
`;

const SECTIONS: Readonly<Record<string, (options: BenchOptions) => Promise<Section>>> = {
  'fan-out': benchFanOut,
  burst: benchBurst,
  latency: benchLatency,
  ballots: benchBallots,
  store: benchStore,
  nodes: benchNodes,
  memory: benchMemory,
  joins: benchJoins,
  ideas: benchIdeas,
};

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { times: { type: 'string' }, any: { type: 'boolean' }, save: { type: 'boolean' } },
  });
  const times = Number(values.times ?? 5);
  const named = positionals.length === 0 ? Object.keys(SECTIONS) : positionals;
  const isPart = positionals.length > 0;
  if (!(times >= 1) || named.some((name) => !SECTIONS[name]) || (values.save && isPart)) {
    process.stderr.write(USAGE);
    return 2;
  }
  buildIfStale();
  const { measured, failed } = await measure(named, {
    times,
    isStrict: values.any !== true,
    say: (sign) => process.stderr.write(sign),
  });
  const tables = (baseline: Baseline | null) =>
    `Measured on ${machine()}.\n\n${reportOf(measured, baseline)}\n${verdictOf(measured)}\n`;
  process.stdout.write(
    `\n${tables(readBaseline())}${failed.map((line) => `\nNOT MEASURED: ${line}\n`).join('')}`,
  );
  if (values.save && failed.length === 0) {
    saveBaseline(measured);
    await saveTables(tables(null));
  }
  return failed.length === 0 ? 0 : 1;
}

/** A section that fails is told, and the others go on. */
async function measure(names: readonly string[], options: BenchOptions): Promise<Measured> {
  const [measured, failed]: [Section[], string[]] = [[], []];
  for (const name of names) {
    const began = performance.now();
    process.stderr.write(`${name} `);
    try {
      const section = await SECTIONS[name]?.(options);
      if (section) measured.push(section);
    } catch (error) {
      failed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    process.stderr.write(` ${Math.round((performance.now() - began) / 1_000)} s\n`);
  }
  return { measured, failed };
}

interface Measured {
  readonly measured: readonly Section[];
  readonly failed: readonly string[];
}
