import { expect, test } from 'vitest';
import { shuffleSeed } from '../../server/net/shuffle-seed.ts';

/** As `idea:chance` does it: who drew what, ranked by the seeds. */
function orderFor(participant: string, entries: readonly string[]): string {
  const drawn = entries.map((id) => ({ id, chance: shuffleSeed(`${participant}/${id}`) }));
  return drawn
    .sort((a, b) => a.chance - b.chance)
    .map(({ id }) => id)
    .join();
}

test('two participants have the same order no more often than by chance', () => {
  const entries = Array.from({ length: 6 }, (_, i) => `entry-${i}`);
  const pairs = 30_000;
  let same = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (orderFor(`ana-${pair}`, entries) === orderFor(`ben-${pair}`, entries)) same += 1;
  }
  // 6! = 720 orders: 42 by chance, give or take 6.5.
  expect(same).toBeGreaterThan(15);
  expect(same).toBeLessThan(70);
});
