import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Election } from '../load/pabulib.ts';
import { redeemLink } from '../load/maker.ts';
import { isFaultless, replay } from '../load/replay-run.ts';
import { serve } from '../support/serve.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { describeWithOwnRedis } from '../support/with-redis.ts';

const BALLOTS = 2_000;
const KILLS = 5;

/** Six projects, up to three of them on each ballot; what comes out is counted here, by other means than the server's. */
function madeUpElection(): Election {
  const ids = ['1', '2', '3', '4', '5', '6'];
  const ballots = Array.from({ length: BALLOTS }, (_, i) => ({
    voter: `voter${i}`,
    entries: [...new Set([i, i * i, i >> 3].map((n) => ids[n % ids.length] ?? '1'))],
  }));
  const published = (id: string) => ballots.filter(({ entries }) => entries.includes(id)).length;
  return {
    name: 'Made up',
    voteType: 'approval',
    minLength: 1,
    maxLength: 3,
    maxSumPoints: null,
    scoringFn: 'borda',
    defaultScore: 0,
    projects: ids.map((id) => ({ id, name: `Project ${id}`, votes: published(id), score: null })),
    ballots,
  };
}

test('[V4] [V3] killed five times in the middle of a vote: no acknowledged ballot is missing, none counts twice', async () => {
  await using folder = await temporaryFolder();
  const election = madeUpElection();
  let server = await serve({ folder: folder.path });
  const { port } = server;
  const maker = await redeemLink(server.makerLink ?? '');

  let kills = 0;
  let restarting: Promise<unknown> = Promise.resolve();
  const replayed = await replay({
    election,
    maker,
    phones: 80,
    onProgress(acknowledged) {
      if (kills >= KILLS || acknowledged < ((kills + 1) * BALLOTS) / (KILLS + 2)) return;
      kills += 1;
      restarting = restarting.then(async () => {
        await server.kill();
        server = await serve({ folder: folder.path, port });
      });
    },
  });
  await restarting;
  await server.stop();

  expect(kills).toBe(KILLS);
  expect(replayed.resent).toBeGreaterThan(0);
  expect(replayed.comparisons).toEqual([{ of: 'tally', to: 'votes', differences: [] }]);
  expect(replayed).toSatisfy(isFaultless);
});

describeWithOwnRedis('with everything in Redis', (redis) => {
  test('[V4] [V3] Redis killed five times in the middle of a vote: none is missing, none counts twice', async () => {
    await using folder = await temporaryFolder();
    const election = madeUpElection();
    await using server = await serve({ folder: folder.path, redis: redis().url });
    const maker = await redeemLink(server.makerLink ?? '');

    let kills = 0;
    let restarting: Promise<unknown> = Promise.resolve();
    const replayed = await replay({
      election,
      maker,
      phones: 80,
      onProgress(acknowledged) {
        if (kills >= KILLS || acknowledged < ((kills + 1) * BALLOTS) / (KILLS + 2)) return;
        kills += 1;
        restarting = restarting.then(async () => {
          await redis().kill();
          await redis().start();
        });
      },
    });
    await restarting;
    await server.stop();

    expect(kills).toBe(KILLS);
    expect(replayed.resent).toBeGreaterThan(0);
    expect(replayed.comparisons).toEqual([{ of: 'tally', to: 'votes', differences: [] }]);
    expect(replayed).toSatisfy(isFaultless);
    expect(await readdir(folder.path)).toEqual([]);
  });
});
