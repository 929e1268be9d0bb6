import { expect, test, vi } from 'vitest';
import { BallotBox, type CommittedBatch, type Slip } from '../../server/live/ballot-box.ts';
import { Counters } from '../../server/ops/counters.ts';
import type { BallotBatch, BatchResult } from '../../server/store/store.ts';
import { ManualClock } from '../support/manual-clock.ts';

function slip(participant: string, roundId = 'round', run = 1): Slip {
  return { participant, roundId, run, rev: 1, entries: ['a'] };
}

/** A store that answers when the test says so. */
function startBox() {
  const batches: { batch: BallotBatch; answer: () => void; fail: () => void }[] = [];
  const committed: CommittedBatch[] = [];
  const castBallots = (batch: BallotBatch) =>
    new Promise<BatchResult>((resolve, reject) => {
      const { roundId, run } = batch;
      batches.push({
        batch,
        fail: () => reject(new Error('disk full')),
        answer: () =>
          resolve({
            ok: true,
            tally: { version: batches.length, ballots: batch.ballots.length, counts: new Map() },
            answers: batch.ballots.map(({ rev, entries }) => ({
              result: 'counted',
              ballot: { roundId, run, rev, entries },
            })),
          }),
      });
    });
  const box = new BallotBox({
    boardId: 'board',
    store: { castBallots },
    counters: new Counters(),
    clock: new ManualClock(),
    committed: (batch) => committed.push(batch),
  });
  return { box, batches, committed };
}

test('what arrives in one turn, and what arrives during a commit, are one batch each', async () => {
  const { box, batches, committed } = startBox();
  const first = ['ana', 'ben', 'cem'].map((name) => box.cast(slip(name)));
  await expect.poll(() => batches.length).toBe(1);
  const second = Array.from({ length: 40 }, (_, i) => box.cast(slip(`p${i}`)));
  expect(batches.map(({ batch }) => batch.ballots.length)).toEqual([3]);
  batches[0]?.answer();
  await Promise.all(first);
  await expect.poll(() => batches.length).toBe(2);
  batches[1]?.answer();
  expect((await Promise.all(second)).every(({ ok }) => ok)).toBe(true);
  expect(committed.map(({ counted }) => counted.length)).toEqual([3, 40]);
});

test('ballots of different runs never share a batch', async () => {
  const { box, batches } = startBox();
  const cast = [box.cast(slip('ana')), box.cast(slip('ben', 'round', 2)), box.cast(slip('cem', 'other'))];
  for (let i = 0; i < 3; i += 1) {
    await expect.poll(() => batches.length).toBe(i + 1);
    batches[i]?.answer();
  }
  await Promise.all(cast);
  expect(batches.map(({ batch }) => [batch.roundId, batch.run])).toEqual([
    ['round', 1],
    ['round', 2],
    ['other', 1],
  ]);
});

test('a failed commit rejects its own ballots only', async () => {
  const { box, batches } = startBox();
  const lost = box.cast(slip('ana'));
  await expect.poll(() => batches.length).toBe(1);
  const kept = box.cast(slip('ben'));
  batches[0]?.fail();
  await expect(lost).rejects.toThrow('disk full');
  await expect.poll(() => batches.length).toBe(2);
  batches[1]?.answer();
  expect((await kept).ok).toBe(true);
  await box.settled();
});

test('settling waits for what was cast before, not for an endless stream behind it', async () => {
  const { box, batches } = startBox();
  void box.cast(slip('ana'));
  await expect.poll(() => batches.length).toBe(1);
  const settled = box.settled();
  const later = box.cast(slip('ben'));
  batches[0]?.answer();
  await settled;
  await expect.poll(() => batches.length).toBe(2);
  batches[1]?.answer();
  await later;
});

test('[J7] a single ballot waits for no company, many one after the other share their commits', async () => {
  const { box, batches } = startBox();
  const first = box.cast(slip('ana'));
  await nextTurn();
  await nextTurn();
  expect(batches).toHaveLength(1);
  batches[0]?.answer();
  await first;
  const began = performance.now();
  const casts: Promise<unknown>[] = [];
  for (let i = 0; i < 400; i += 1) {
    casts.push(box.cast(slip(`p${i}`)));
    await nextTurn();
    for (const { answer } of batches) answer();
  }
  const took = performance.now() - began;
  expect(batches.length).toBeLessThanOrEqual(2 + took / 3);
  await expect.poll(() => batches.flatMap(({ batch }) => batch.ballots).length).toBe(401);
  for (const { answer } of batches) answer();
  await Promise.all(casts);
});

test('[J7] after a commit that hung for seconds, those who wait are not made to wait as long again', async () => {
  const { box, batches } = startBox();
  const real = performance.now.bind(performance);
  let hung = 0;
  using _ = vi.spyOn(performance, 'now').mockImplementation(() => real() + hung);
  const lost = box.cast(slip('ana'));
  await expect.poll(() => batches.length).toBe(1);
  const kept = box.cast(slip('ben'));
  hung = 60_000;
  batches[0]?.fail();
  await expect(lost).rejects.toThrow('disk full');
  await expect.poll(() => batches.length).toBe(2);
  batches[1]?.answer();
  expect((await kept).ok).toBe(true);
});

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
