import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from 'playwright-core';
import { median } from './median.ts';

/** What a page's main thread worked, in milliseconds of CPU per second. */
export interface Cost {
  /**
   * Everything of the page's tasks that is neither style nor layout. `ScriptDuration` alone would leave out what runs
   * in microtasks, which is where Svelte works; so some painting is in here, and no scripting is missing.
   */
  readonly script: number;
  /** Recalculated styles and layout. */
  readonly layout: number;
  readonly task: number;
}

export interface Costs {
  readonly median: Cost;
  readonly worst: Cost;
}

const KINDS = ['script', 'layout', 'task'] as const;

/** Counts CPU of the thread, not time that passes: other work on the machine is no work of the page. */
export async function countCosts(page: CDPSession): Promise<void> {
  await page.send('Performance.enable', { timeDomain: 'threadTicks' });
}

/** Windows of a second, one after the other. */
export async function costsOver(page: CDPSession, seconds: number): Promise<Costs> {
  const costs: Cost[] = [];
  let [before, since] = [await totals(page), performance.now()];
  while (costs.length < seconds) {
    await pause(1_000);
    const [after, now] = [await totals(page), performance.now()];
    costs.push(perSecond(before, after, (now - since) / 1_000));
    [before, since] = [after, now];
  }
  const each = (pick: (values: number[]) => number): Cost => {
    const [script = 0, layout = 0, task = 0] = KINDS.map((kind) => pick(costs.map((cost) => cost[kind])));
    return { script, layout, task };
  };
  return { median: each(median), worst: each((values) => Math.max(...values)) };
}

function perSecond(before: Cost, after: Cost, seconds: number): Cost {
  const [script = 0, layout = 0, task = 0] = KINDS.map((kind) => (after[kind] - before[kind]) / seconds);
  return { script, layout, task };
}

async function totals(page: CDPSession): Promise<Cost> {
  const { metrics } = await page.send('Performance.getMetrics');
  const ms = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1_000;
  const layout = ms('RecalcStyleDuration') + ms('LayoutDuration');
  // What the measuring itself asks of the page is not the page's.
  const task = ms('TaskDuration') - ms('DevToolsCommandDuration');
  return { script: task - layout, layout, task };
}
