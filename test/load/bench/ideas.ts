import { type IdeasRun, type PageRun, runIdeas } from '../ideas-run.ts';
import { type Row, row, type Section } from './row.ts';

const FULL = { ideas: 2_000, phones: 300, everyMs: 2_000, seconds: 6 };

/**
 * 2,000 ideas, 300 phones, each supporting about every two seconds. The second run is for the page alone: slowing it down
 * keeps this machine busy, and what the server takes would be falsified.
 */
export async function benchIdeas(): Promise<Section> {
  const run = await runIdeas({ ...FULL, slowdown: 1 });
  const slower = await runIdeas({ ...FULL, slowdown: 4 });
  return {
    title: 'Ideas: 2,000 of them, supported by 300 phones',
    rows: [...ideasRows(run), ...pageRows(slower.page)],
    foreign: run.foreign ?? Number.NaN,
    failed: 0,
  };
}

export function ideasRows(run: IdeasRun): Row[] {
  const { page, wire } = run;
  return [
    ...pageRows(page),
    row('bytes of a tick, median', '', [wire.medianBytes]),
    row('bytes of a tick, worst', '', [wire.worstBytes]),
    row('ticks', '/s', [wire.ticksPerSecond]),
    row('taps acknowledged', '/s', [run.tapsPerSecond]),
    row('tap to acknowledgement, p50', 'ms', [run.p50]),
    row('tap to acknowledgement, p99', 'ms', [run.p99]),
    row('server CPU per tap, telling all included', 'ms', [run.cpuPerTap ?? Number.NaN]),
    row('page (HTML, gzip)', 'KiB', [run.pageBytes / 1_024]),
    row('joining without the page (JSON)', 'KiB', [run.joinBytes / 1_024]),
  ];
}

/** Work of the page's main thread; its script and layout are parts of that. */
function pageRows({ slowdown, readyAfter, steps }: PageRun): Row[] {
  const where = slowdown === 1 ? 'page' : `page, processor slowed down ${slowdown} ×`;
  return [
    row(`${where}: ready after`, 'ms', [readyAfter]),
    ...steps.map(({ sort, doing, costs: { median, worst } }) => ({
      ...row(`${where}, by ${sort}, ${doing}: work per second`, 'ms', [median.task]),
      to: worst.task,
    })),
  ];
}
