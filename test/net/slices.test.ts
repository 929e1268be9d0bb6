import { expect, test } from 'vitest';
import { Slices, type Work } from '../../server/net/fan-out/slices.ts';
import { CALM } from '../../server/ops/loop-load.ts';
import { Hall } from '../support/hall.ts';

const NOBODY: ReadonlySet<string> = new Set();
const turn = () => new Promise(setImmediate);

/** So many deliveries, written down as they are done. */
function work(name: string, deliveries: number, done: string[]): Work {
  let left = deliveries;
  return {
    get isDone() {
      return left === 0;
    },
    run(most) {
      const now = Math.min(most, left);
      left -= now;
      done.push(`${name} ${now}`);
      return now;
    },
  };
}

test('[F5] what is told to few is told at once, what is told to many in slices', async () => {
  const slices = new Slices(CALM);
  const done: string[] = [];
  slices.add('a', work('few', 400, done));
  slices.add('a', work('many', 900, done));
  expect(done).toEqual(['few 400', 'many 400']);
  await turn();
  await turn();
  await turn();
  expect(done.slice(2)).toEqual(['many 400', 'many 100']);
});

test('[F3] [F5] works of one board are done in order, and boards take turns', async () => {
  const slices = new Slices(CALM);
  const done: string[] = [];
  slices.add('a', work('a1', 1_000, done));
  slices.add('b', work('b1', 900, done));
  slices.add('a', work('a2', 10, done));
  slices.add('c', work('c1', 10, done));
  expect(done).toEqual(['a1 400', 'b1 400', 'c1 10']);
  for (let i = 0; i < 6; i += 1) await turn();
  expect(done.slice(3)).toEqual(['a1 400', 'b1 400', 'a1 200', 'a2 10', 'b1 100']);
});

test('[F5] where a delivery is measured, its time is known', () => {
  let now = 0;
  const slices = new Slices({ ...CALM, now: () => now });
  const before = slices.perDelivery;
  for (let i = 0; i < 200; i += 1) {
    slices.add(`board ${i}`, {
      isDone: true,
      run: () => {
        now += 12;
        return 400;
      },
    });
  }
  expect(before).not.toBeCloseTo(0.03);
  expect(slices.perDelivery).toBeCloseTo(0.03, 4);
});

test('[F3] [F5] the stage first, everyone in order, and whoever leaves meanwhile is not told', async () => {
  await using hall = await new Hall().open();
  const stage = await hall.enter(['b:stage', 'b:device:stage']);
  const phones = await Promise.all(Array.from({ length: 449 }, () => hall.enter(['b:follower'])));
  const rooms = new Set(['b:stage', 'b:follower']);
  const tell = (n: number) => {
    const event = ['tally', n];
    hall.fanOut?.tellNewest('b', [
      { whom: { rooms, except: NOBODY }, event, isWhole: true, whole: () => event },
    ]);
  };

  tell(1);
  expect(hall.counters.frames).toBe(400);
  hall.io.to([...rooms]).emit('delta', 2);
  hall.io.to('b:device:stage').emit('mine', 3);
  tell(4);
  // Turns are taken by 400: those from the 351st on come last this time.
  const [leaver, gone] = [phones[360], phones[370]];
  leaver?.socket.leave('b:follower');
  gone?.socket.disconnect(true);
  const steps: string[] = [];
  hall.fanOut?.told('b', () => steps.push('told'));
  steps.push('asked');
  while (steps.length < 2) await turn();
  expect(steps).toEqual(['asked', 'told']);
  expect(hall.counters).toMatchObject({ frames: 2 * 448, encodes: 2, framesSkipped: 0 });

  await hall.delivered();
  expect(stage.heard.map(String)).toEqual(['tally,1', 'delta,2', 'mine,3', 'tally,4']);
  for (const phone of phones) {
    const told = phone === leaver || phone === gone ? [] : ['tally,1', 'delta,2', 'tally,4'];
    expect(phone.heard.map(String)).toEqual(told);
  }
});

test.each([
  { of: 'one board to nine groups', groups: 9, others: 0 },
  { of: 'nine boards', groups: 1, others: 8 },
])('[F5] who was told last is told first the next time, in ticks of $of', async ({ groups, others }) => {
  await using hall = await new Hall().open();
  const phones = await Promise.all(Array.from({ length: 450 }, () => hall.enter(['b:follower'])));
  const tick = (board: string, n: number) => {
    const event = ['n', n];
    const told = { event, isWhole: true, whole: () => event };
    const rooms = ['b:follower', ...Array.from({ length: groups - 1 }, (_, at) => `b:empty:${at}`)];
    hall.fanOut?.tellNewest(
      board,
      rooms.map((room) => ({ ...told, whom: { rooms: new Set([room]), except: NOBODY } })),
    );
  };
  const late: number[] = [];
  for (let i = 0; i < 2; i += 1) {
    tick('b', i);
    // Who leaves now has heard of it only if they were in the first slice.
    hall.io.to('b:follower').socketsLeave('b:follower');
    for (let other = 0; other < others; other += 1) tick(`other ${other}`, i);
    let isTold = false;
    hall.fanOut?.told('b', () => {
      isTold = true;
    });
    while (!isTold) await turn();
    await hall.delivered();
    late.push(...[...phones.keys()].filter((at) => !phones[at]?.heard.some(([, n]) => n === i)));
    for (const { socket } of phones) socket.join('b:follower');
  }
  expect(late).toHaveLength(100);
  expect(new Set(late).size).toBe(100);
});

test('[F3] whoever is told that a board is gone leaves it when told, not before', async () => {
  await using hall = await new Hall().open();
  const phones = await Promise.all(Array.from({ length: 450 }, () => hall.enter(['b:follower'])));
  const whom = { rooms: new Set(['b:follower']), except: NOBODY };
  hall.fanOut?.tell('b', whom, ['gone'], ({ socket }) => socket.leave('b:follower'));
  while (hall.io.sockets.adapter.rooms.has('b:follower')) await turn();
  await hall.delivered();
  for (const { heard } of phones) expect(heard).toEqual([['gone']]);
});
