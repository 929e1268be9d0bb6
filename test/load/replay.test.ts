import { expect, test } from 'vitest';
import { serve } from '../support/serve.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { describeWithOwnRedis } from '../support/with-redis.ts';
import { madeUpElection, madeUpPoints, madeUpRanking } from './made-up-election.ts';
import { redeemLink } from './maker.ts';
import { startNodes } from './nodes.ts';
import { percentile, reportOf } from './replay-report.ts';
import { isFaultless, replay } from './replay-run.ts';

test('a replayed election ends with the published result, and a false column is found out', async () => {
  await using folder = await temporaryFolder();
  await using server = await serve({ folder: folder.path });
  const maker = await redeemLink(server.makerLink ?? '');
  const election = madeUpElection(9, 120);
  const withEmpty = { ...election, ballots: [...election.ballots, { voter: 'x', entries: [] }] };

  const replayed = await replay({ election: withEmpty, maker, phones: 30 });
  expect(replayed).toMatchObject({ acknowledged: 120, counted: 120, empty: 1, resent: 0 });
  expect(replayed.comparisons).toEqual([{ of: 'tally', to: 'votes', differences: [] }]);
  expect(replayed.latencies).toHaveLength(120);
  expect(isFaultless(replayed)).toBe(true);

  const [first, ...others] = election.projects;
  const projects = first ? [{ ...first, votes: 1 }, ...others] : others;
  const differing = await replay({ election: { ...election, projects }, maker, phones: 30 });
  expect(differing.comparisons[0]?.differences).toEqual([
    { project: 'p0', name: 'Project 0', expected: 1, counted: election.projects[0]?.votes },
  ]);
  expect(isFaultless(differing)).toBe(false);
  expect(reportOf(differing)).toContain('NOT all is equal');
});

test('[T5] a ranking ends with the score of its file', async () => {
  await using folder = await temporaryFolder();
  await using server = await serve({ folder: folder.path });
  const maker = await redeemLink(server.makerLink ?? '');
  const replayed = await replay({ election: madeUpRanking(5, 60), maker, phones: 20 });
  expect(replayed).toMatchObject({ acknowledged: 60, counted: 60 });
  expect(replayed.comparisons).toEqual([{ of: 'tally', to: 'score', differences: [] }]);
  expect(reportOf(replayed)).toContain('Compared with column score: all equal.');
});

test('[T6] spread points end with the score of their file, and the ballots with its votes', async () => {
  await using folder = await temporaryFolder();
  await using server = await serve({ folder: folder.path });
  const maker = await redeemLink(server.makerLink ?? '');
  const replayed = await replay({ election: madeUpPoints(70, 90), maker, phones: 20 });
  expect(replayed).toMatchObject({ acknowledged: 90, counted: 90 });
  expect(replayed.comparisons).toEqual([
    { of: 'tally', to: 'score', differences: [] },
    { of: 'ballots', to: 'votes', differences: [] },
  ]);
  expect(isFaultless(replayed)).toBe(true);
});

test('a ballot the server refuses is reported, not counted and not sent again', async () => {
  await using folder = await temporaryFolder();
  await using server = await serve({ folder: folder.path });
  const maker = await redeemLink(server.makerLink ?? '');
  const election = madeUpElection(3, 12);
  const [first, ...others] = election.ballots;
  const twice = { voter: first?.voter ?? '', entries: ['p0', 'p0'] };
  const replayed = await replay({ election: { ...election, ballots: [twice, ...others] }, maker, phones: 4 });
  expect(replayed).toMatchObject({ acknowledged: 11, counted: 11, resent: 0 });
  expect([...replayed.refused]).toEqual([['ballot_invalid', 1]]);
  expect(isFaultless(replayed)).toBe(false);
});

test('phones give up where no server answers any more', async () => {
  await using folder = await temporaryFolder();
  await using server = await serve({ folder: folder.path });
  const maker = await redeemLink(server.makerLink ?? '');
  const replaying = replay({
    election: madeUpElection(3, 200),
    maker,
    phones: 10,
    rate: 400,
    patience: 200,
    onProgress: (acknowledged) => acknowledged === 20 && server.child.kill('SIGKILL'),
  });
  await expect(replaying).rejects.toThrow('No answer within 200 ms');
});

describeWithOwnRedis('through two nodes', () => {
  test('an election ends with the published result, and every screen of both shows it', async () => {
    await using nodes = await startNodes(2, 'always');
    const { maker, origins } = nodes;
    const election = madeUpElection(9, 200);
    const replayed = await replay({ election, maker, origins, phones: 40 });
    expect(replayed).toMatchObject({ acknowledged: 200, counted: 200, resent: 0 });
    expect(replayed.lastFrame).not.toBeNull();
    expect(isFaultless(replayed)).toBe(true);
  });
});

test('percentiles are nearest ranks', () => {
  const hundred = Float64Array.from({ length: 100 }, (_, n) => n + 1);
  expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile(new Float64Array(0), 0.5)]).toEqual(
    [50, 99, 0],
  );
});
