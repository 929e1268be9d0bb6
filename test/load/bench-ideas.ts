import { type IdeasRun, type PageRun, runIdeas } from './ideas-run.ts';
import type { Cost, Costs } from './page-cost.ts';

type Row = readonly [string, string];

const FULL = { ideas: 2_000, phones: 300, everyMs: 2_000, seconds: 6 };

/**
 * 2,000 ideas, 300 phones, each supporting about every two seconds. The second run is for the page alone: slowing it down
 * keeps this machine busy, and what the server takes would be falsified.
 */
export async function benchIdeas(): Promise<readonly Row[]> {
  const run = await runIdeas({ ...FULL, slowdown: 1 });
  const slower = await runIdeas({ ...FULL, slowdown: 4 });
  return [...ideasRows(run), ...pageRows(slower.page)];
}

export function ideasRows(run: IdeasRun): Row[] {
  const { page, wire, cpuPerTap, foreign } = run;
  return [
    ...pageRows(page),
    ['bytes of a tick: median, worst', `${wire.medianBytes}, ${wire.worstBytes}`],
    ['ticks per second', wire.ticksPerSecond.toFixed(1)],
    ['bytes per second and phone', String(Math.round(wire.bytesPerSecond))],
    ['taps acknowledged', `${run.taps} (${Math.round(run.tapsPerSecond)}/s), refused ${run.refused.length}`],
    ['tap to acknowledgement p50, p99', `${run.p50.toFixed(1)}, ${run.p99.toFixed(1)} ms`],
    [
      'server CPU per tap, telling all included',
      cpuPerTap === null ? 'not on this system' : `${cpuPerTap.toFixed(2)} ms`,
    ],
    ['page (HTML, gzip)', `${(run.pageBytes / 1_024).toFixed(1)} KiB`],
    ['joining without the page (JSON)', `${(run.joinBytes / 1_024).toFixed(1)} KiB`],
    ['cores used by others meanwhile', foreign === null ? 'not on this system' : foreign.toFixed(2)],
  ];
}

function pageRows({ slowdown, readyAfter, steps }: PageRun): Row[] {
  const where = slowdown === 1 ? 'page' : `page, processor slowed down ${slowdown} ×`;
  return [
    [`${where}: ready after`, `${Math.round(readyAfter)} ms`],
    ...steps.map(({ sort, doing, costs }): Row => [`${where}, by ${sort}, ${doing}`, described(costs)]),
  ];
}

function described({ median, worst }: Costs): string {
  const both = (of: keyof Cost) => `${median[of].toFixed(1)} (${worst[of].toFixed(1)})`;
  return `ms/s, median (worst): script ${both('script')}, layout ${both('layout')}, all ${both('task')}`;
}
