import { expect, test } from 'vitest';
import { madeUpElection } from '../load/made-up-election.ts';
import { redeemLink } from '../load/maker.ts';
import { isFaultless, replay } from '../load/replay-run.ts';
import { serve } from '../support/serve.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Turns } from '../support/turns.ts';
import { describeWithOwnRedis } from '../support/with-redis.ts';

const BALLOTS = 1_500;

describeWithOwnRedis('three servers on one Redis', (redis) => {
  test('[V4] [V3] one killed in the middle of a vote: its phones move to the others, and nothing acknowledged is missing', async () => {
    await using folder = await temporaryFolder();
    const start = () => serve({ folder: folder.path, redis: redis().url });
    await using first = await start();
    await using second = await start();
    await using third = await start();
    await using proxy = await Turns.before([first, second, third]);
    const maker = await redeemLink((first.makerLink ?? '').replace(first.origin, proxy.origin));

    const taken = () => proxy.taken.reduce((sum, one) => sum + one, 0);
    let before = 0;
    let killing: Promise<void> | null = null;
    const replayed = await replay({
      election: madeUpElection(6, BALLOTS),
      maker,
      phones: 90,
      onProgress(acknowledged) {
        if (acknowledged <= BALLOTS / 3 || killing) return;
        before = taken();
        killing = second.kill();
      },
    });
    await killing;
    expect(killing).not.toBeNull();
    // About a third of the phones.
    expect(taken() - before).toBeGreaterThanOrEqual(25);
    expect(replayed).toSatisfy(isFaultless);
  });
});
