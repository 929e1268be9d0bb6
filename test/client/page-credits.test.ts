import { expect, test } from 'vitest';
import { PageCredits } from '../../client/outcome/page-credits.svelte.ts';
import type { Boot } from '../../shared/boot.ts';
import { makeBoot, makeView } from './views.ts';

const ana = { id: 'c1', name: 'Ana', ideas: [] };
const bootAt = (seq: number, credits = [ana]): Boot => makeBoot({ ...makeView(undefined, seq), credits });

function start(boot: Boot) {
  const waiting: (() => void)[] = [];
  const pages: (Boot | null)[] = [];
  let reads = 0;
  const credits = new PageCredits(boot, {
    async read() {
      reads += 1;
      return pages.shift() ?? null;
    },
    after: (_ms, run) => waiting.push(run),
    chance: () => 0.5,
  });
  return {
    credits,
    pages,
    waiting,
    reads: () => reads,
    async due() {
      waiting.shift()?.();
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    },
  };
}

test('[C2] a name that was withdrawn leaves an open page as soon as the board has moved', async () => {
  const page = start(bootAt(3));
  expect(page.credits.list).toEqual([ana]);
  page.credits.follow(3);
  expect(page.waiting).toHaveLength(0);
  page.pages.push(bootAt(4, []));
  page.credits.follow(4);
  await page.due();
  expect(page.credits.list).toEqual([]);
});

test('a burst of changes is one reading; what moves meanwhile is one more', async () => {
  const page = start(bootAt(3));
  page.pages.push(bootAt(5), bootAt(9, []));
  for (const seq of [4, 5, 9]) page.credits.follow(seq);
  expect(page.waiting).toHaveLength(1);
  await page.due();
  await page.due();
  expect(page.reads()).toBe(2);
  expect(page.credits.list).toEqual([]);
  expect(page.waiting).toHaveLength(0);
});

test('a page that cannot be read now is read later, and keeps what it has', async () => {
  const page = start(bootAt(3));
  page.credits.follow(4);
  await page.due();
  expect(page.credits.list).toEqual([ana]);
  page.pages.push(bootAt(4, []));
  await page.due();
  expect(page.credits.list).toEqual([]);
});
