import { expect, test } from 'vitest';
import { mergeIdeas } from '../../server/domain/moderation.ts';
import { openRound } from '../../server/domain/run.ts';
import type { Log } from '../../server/ops/log.ts';
import { openRedis, type RedisStores } from '../../server/store/redis.ts';
import type { Store } from '../../server/store/store.ts';
import { aBoard } from '../support/boards.ts';
import { Line } from '../support/line.ts';
import { aBoardOfIdeas, anIdea } from '../support/ideas.ts';
import type { RedisServer } from '../support/redis-server.ts';
import { addressesIn, openTemporaryRedis } from '../support/redis-store.ts';
import { cast, committed, openBoard } from '../support/stored-boards.ts';
import { describeWithOwnRedis } from '../support/with-redis.ts';

describeWithOwnRedis('a Redis that fails', (redis) => {
  test('[V4] killed five times while ballots come: what was answered is there, once, and it goes on by itself', async () => {
    const { store } = await openAt(redis(), 'killed:');
    await openBoard(store);
    const acknowledged: string[] = [];
    for (let kill = 1; kill <= 5; kill++) {
      const casting = castUntilRefused(store, `${kill}`, acknowledged);
      await until(() => acknowledged.some((who) => who.startsWith(`${kill}-100`)));
      await redis().kill();
      await casting;
      await redis().start();
      const back = performance.now();
      await untilAnswered(() => store.readTally('legs', 1));
      expect(performance.now() - back).toBeLessThan(3_000);
    }
    const tally = await store.readTally('legs', 1);
    expect(await store.recount('legs', 1)).toEqual(tally);
    for (const who of acknowledged) expect(await store.readBallots('bedside', who)).toHaveLength(1);
    // Of a batch in flight nobody knows: it may be there without an answer, as a whole.
    expect(tally.ballots).toBeGreaterThanOrEqual(acknowledged.length);
    expect(tally.ballots).toBeLessThanOrEqual(acknowledged.length + 5);
    await store[Symbol.asyncDispose]();
  });

  test('while it is away, every call is refused at once', async () => {
    const { store, told } = await openAt(redis(), 'away:');
    await openBoard(store);
    await redis().kill();
    await until(() => told.length > 0);
    // In the very turn of the event loop in which it is made: that a busy machine does not stretch.
    const turn = new Promise((resolve) => setImmediate(resolve, 'it waits'));
    await expect(Promise.race([cast(store, [['ana', 1, 'oak']]), turn])).rejects.toThrow();
    const nextTurn = new Promise((resolve) => setImmediate(resolve, 'it waits'));
    await expect(Promise.race([store.listBoards(), nextTurn])).rejects.toThrow();
    await redis().start();
    await untilAnswered(() => store.listBoards());
    expect(await cast(store, [['ana', 1, 'oak']])).toMatchObject({ ok: true });
    await store[Symbol.asyncDispose]();
  });

  test('one outage is told once, and its end once, however many connections it takes', async () => {
    const { store, told, pubSub } = await openAt(redis(), 'told:');
    const { publisher, subscriber, close } = await pubSub();
    await redis().kill();
    await until(() => told.length > 0);
    await redis().start();
    await untilAnswered(() => store.listBoards());
    await until(() => [publisher, subscriber].every((client) => Reflect.get(client, 'isReady') === true));
    expect(told).toEqual(['Redis is out of reach', 'Redis is back']);
    close();
    await store[Symbol.asyncDispose]();
  });

  test('when it is silent, a call is given up after two seconds, and the next one is answered', async () => {
    const { store } = await openAt(redis(), 'silent:');
    await openBoard(store);
    redis().freeze();
    // Timers ring in order, however late a busy machine is with all of them.
    const tooLate = new Promise((resolve) => setTimeout(resolve, 2_500, 'too late'));
    await expect(Promise.race([cast(store, [['ana', 1, 'oak']]), tooLate])).rejects.toThrow('no answer');
    redis().thaw();
    await untilAnswered(() => store.readTally('legs', 1));
    expect((await cast(store, [['ana', 1, 'oak']])).ok).toBe(true);
    expect(await store.readTally('legs', 1)).toMatchObject({ ballots: 1 });
    await store[Symbol.asyncDispose]();
  });

  test('a connection that says nothing any more is replaced', async () => {
    await using line = await Line.to(redis().port);
    const { store } = await openAt({ ...redis(), url: line.origin.replace('http', 'redis') }, 'deaf:');
    await openBoard(store);
    line.deafen();
    const refused = await refusalsUntil('offline', () => store.readTally('legs', 1));
    expect(refused).toContain('no answer within 2000 ms');
    line.mend();
    await untilAnswered(() => store.readTally('legs', 1));
    await store[Symbol.asyncDispose]();
  });

  test('[S6] restarted empty, it is noticed and told once, never as zero, and forgiven when it is whole again', async () => {
    const { store, told } = await openAt(redis(), 'emptied:');
    await openBoard(store);
    await cast(store, [['ana', 1, 'oak']]);
    const kept = await redis().keepFiles();
    await redis().empty();
    await redis().start();
    await untilEmptied(() => store.readTally('legs', 1));
    await expect(store.listBoards()).rejects.toThrow('does not hold any more');
    await expect(store.createBoard(aBoard('new'))).rejects.toThrow('does not hold any more');
    await expect(cast(store, [['ana', 2, 'oak']])).rejects.toThrow('does not hold any more');
    expect(told.filter((text) => text.includes('emptied'))).toHaveLength(1);
    await redis().kill();
    await kept.putBack();
    await redis().start();
    await untilAnswered(() => store.readTally('legs', 1));
    expect(await store.readTally('legs', 1)).toMatchObject({ ballots: 1 });
    await store[Symbol.asyncDispose]();
  });

  test('[S6] emptied under a connection that holds, nothing is told as zero either', async () => {
    const { store } = await openAt(redis(), 'flushed:');
    await openBoard(store);
    await cast(store, [['ana', 1, 'oak']]);
    await redis().flush();
    await expect(store.readTally('legs', 1)).rejects.toThrow('does not hold any more');
    await expect(store.hasMaker()).rejects.toThrow('does not hold any more');
    await expect(store.signingKey(() => 'another')).rejects.toThrow('does not hold any more');
    await store[Symbol.asyncDispose]();
  });

  test('one that may forget is warned of', async () => {
    await redis().ask('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru', 'appendonly', 'no');
    const { store, told } = await openAt(redis(), 'forgets:');
    await store[Symbol.asyncDispose]();
    await redis().ask('CONFIG', 'SET', 'maxmemory-policy', 'noeviction', 'appendonly', 'yes');
    expect(told).toHaveLength(2);
    expect(told.join()).toMatch(/noeviction.*appendonly/);
  });

  test('scripts that Redis has forgotten are sent again', async () => {
    await using opened = await openTemporaryRedis(redis().url);
    await openBoard(opened.store);
    await redis().ask('SCRIPT', 'FLUSH');
    expect(await cast(opened.store, [['ana', 1, 'oak']])).toMatchObject({ ok: true });
  });

  test('[M4] ballots and merges on two servers at once: whatever was first, the tally is the recount', async () => {
    await using opened = await openTemporaryRedis(redis().url);
    await using other = await opened.another();
    const { store } = opened;
    const ids = ['oak', 'ash', 'elm', 'fir', 'yew'];
    const drafted = aBoardOfIdeas(
      ids.map((id) => anIdea(id)),
      { rule: { kind: 'approve' } },
    );
    await store.createBoard(drafted);
    let board = await committed(store, drafted, (now) => openRound(now, 'legs', 2_000));
    let merging = true;
    const voting = (async () => {
      for (let batch = 0; merging || batch < 20; batch++) {
        await cast(
          other.store,
          Array.from({ length: 50 }, (_, at) => [
            `${(batch * 50 + at) % 700}`,
            batch + 1,
            'oak',
            'ash',
            'yew',
          ]),
        );
      }
    })();
    for (const [from, into] of [
      ['oak', 'ash'],
      ['yew', 'ash'],
      ['ash', 'elm'],
    ] as const) {
      board = await committed(store, board, (now) => mergeIdeas(now, [from], into));
    }
    merging = false;
    await voting;
    const tally = await store.readTally('legs', 1);
    expect(tally.counts).toEqual(new Map([['elm', tally.ballots]]));
    expect(await store.recount('legs', 1)).toEqual(tally);
  });
});

async function openAt(
  { url }: RedisServer,
  prefix: string,
): Promise<Pick<RedisStores, 'store' | 'pubSub'> & { told: string[] }> {
  const told: string[] = [];
  const note = (_: unknown, text: string) => told.push(text);
  const log: Log = { info: note, warn: note, error: note };
  const { store, pubSub } = await openRedis(addressesIn(url), { log, prefix });
  return { store, pubSub, told };
}

/** One ballot a batch, one after the other, until Redis is gone. */
async function castUntilRefused(store: Store, who: string, acknowledged: string[]): Promise<void> {
  for (let at = 1; ; at++) {
    const participant = `${who}-${at}`;
    try {
      const result = await cast(store, [[participant, 1, 'oak']]);
      if (result.ok) acknowledged.push(participant);
    } catch {
      return;
    }
  }
}

const OFTEN = { interval: 1 };

async function until(isSo: () => boolean): Promise<void> {
  await expect.poll(isSo, OFTEN).toBe(true);
}

async function untilAnswered(ask: () => Promise<unknown>): Promise<void> {
  const isAnswered = () =>
    ask().then(
      () => true,
      () => false,
    );
  await expect.poll(isAnswered, OFTEN).toBe(true);
}

async function refusalsUntil(text: string, ask: () => Promise<unknown>): Promise<string[]> {
  const refused: string[] = [];
  const next = async () => {
    const fault = await ask().catch((refusal: Error) => refusal);
    refused.push(fault instanceof Error ? fault.message : 'answered');
    return refused.at(-1);
  };
  await expect.poll(next, OFTEN).toContain(text);
  return refused;
}

async function untilEmptied(ask: () => Promise<unknown>): Promise<void> {
  const told: unknown[] = [];
  const isOver = async () => {
    const answer = await ask().catch((fault: Error) => fault);
    if (!(answer instanceof Error)) told.push(answer);
    return told.length > 0 || (answer as Error).name === 'RedisEmptied';
  };
  await expect.poll(isOver, OFTEN).toBe(true);
  expect(told, 'told from an emptied Redis').toEqual([]);
}
