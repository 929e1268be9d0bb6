import { expect, test } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { serve } from '../support/serve.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { ideasRows } from './bench/ideas.ts';
import { seeded } from './chance.ts';
import { cpuOfAll, cpuSeconds } from './cpu-time.ts';
import { runIdeas } from './ideas-run.ts';
import { storeIdeas } from './made-up-ideas.ts';
import { RawPhone } from './raw-phone.ts';

test('made-up ideas are on the board of a server that starts with them', async () => {
  await using folder = await temporaryFolder();
  const stored = await storeIdeas(folder.path, 70, seeded(7));
  await using server = await serve({ folder: folder.path });
  const phone = await RawPhone.connect({ origin: server.origin });
  const { view } = await phone.join({ slug: stored.slug, as: 'follower' });
  const [round] = view?.rounds ?? [];
  expect(view?.head.currentRoundId).toBe(stored.roundId);
  expect(round).toMatchObject({ kind: 'ideas', status: 'open', run: stored.run, collecting: true });
  expect(round?.entries.map(({ id }) => id)).toEqual(stored.ideaIds);
  expect(new Set(round?.entries.map(({ title }) => title)).size).toBe(70);
  const { boardId, roundId, run } = stored;
  const entries = stored.ideaIds.slice(60, 70);
  expect(await phone.cast({ boardId, roundId, run, rev: 1, entries })).toMatchObject({ ok: true });
  phone.cut();
});

test('the same seed gives the same numbers, another one others', () => {
  const some = (seed: number) => Array.from({ length: 5 }, seeded(seed));
  expect(some(1)).toEqual(some(1));
  expect(some(1)).not.toEqual(some(2));
  expect(some(3).every((number) => number >= 0 && number < 1)).toBe(true);
});

test.runIf(process.platform === 'linux')(
  'CPU time is told of this run, of others and of each process',
  () => {
    const all = cpuOfAll();
    expect(all?.own).toBeGreaterThan(0);
    expect(all?.foreign).toBeGreaterThanOrEqual(0);
    expect(cpuSeconds(process.pid)).toBeGreaterThan(0);
    expect(cpuSeconds(-1)).toBeNull();
  },
);

describeWithBrowser('the bench of ideas', () => {
  test('a page stays with the votes of others, and what it costs is told', async () => {
    const run = await runIdeas({ ideas: 70, phones: 5, everyMs: 500, seconds: 1, slowdown: 1 });
    expect(run.refused).toEqual([]);
    expect(run.taps).toBeGreaterThan(10);
    expect(run.wire.ticksPerSecond).toBeGreaterThan(0);
    expect(run.page.steps.map(({ sort, doing }) => `${sort} ${doing}`)).toEqual([
      'chance rests',
      'chance taps',
      'chance scrolls',
      'top rests',
      'top taps',
      'top scrolls',
    ]);
    for (const { costs } of run.page.steps) expect(costs.median.task).toBeGreaterThan(0);
    const rows = new Map(ideasRows(run).map(({ name, value }) => [name, value]));
    expect(rows.get('page, by chance, rests: work per second')).toBeGreaterThan(0);
  }, 60_000);
});
