import { expect, test } from 'vitest';
import { isIdea } from '../../shared/entry.ts';
import { checkBallot } from '../../server/domain/ballot.ts';
import { openRound } from '../../server/domain/run.ts';
import { Chance } from '../../server/demo/chance.ts';
import { chooseBallot } from '../../server/demo/choose.ts';
import { startDemo } from '../../server/demo/demo.ts';
import { drawInto } from '../../server/demo/draw.ts';
import { pictures } from '../../server/demo/pictures/pictures.ts';
import { randomIds } from '../../server/ops/ids.ts';
import { silentLog } from '../../server/ops/log.ts';
import { MediaFiles } from '../../server/store/media-files.ts';
import { aBoardWith, decided } from '../support/boards.ts';
import { startBoard, type TestBoard } from '../support/start-board.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function start({ app, clock }: TestBoard) {
  const nowhere = {
    put: async () => undefined,
    read: async () => null,
    list: async () => [],
    remove: async () => undefined,
  };
  const deps = { rooms: app.rooms, media: nowhere, clock, ids: randomIds, log: silentLog };
  return startDemo(deps, async () => null);
}

/** Seconds of the demo, one by one, each with time for what people do to be committed. */
async function pass(board: TestBoard, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    board.clock.turn(1_000);
    await board.maker.ask('board:list', {});
  }
}

test('forty phones come, vote, change their minds, and are gone when the demo ends', async () => {
  await using board = await startBoard({ open: false });
  const demo = await start(board);
  await demo.furnished;
  const room = await board.app.rooms.open(demo.boardId);
  const [ideas, first, ...later] = room?.board.rounds ?? [];
  expect(ideas?.status).toBe('revealed');
  expect(first?.status).toBe('open');
  expect(later.map(({ status, entries }) => [status, entries.length])).toEqual([
    ['draft', 4],
    ['draft', 3],
  ]);
  const tally = () => room?.tally(first?.id ?? '');
  // The last vote may be on its way when its second is over.
  const ballots = async () => {
    await pass(board, 1);
    return tally()?.ballots;
  };
  await pass(board, 90);
  await expect.poll(ballots, { interval: 0 }).toBe(40);
  const early = tally();
  expect(room?.view('maker').present).toBeGreaterThan(30);
  await pass(board, 60);
  const late = tally();
  expect(late?.ballots).toBe(40);
  expect(late?.version).toBeGreaterThan(early?.version ?? 0);

  demo[Symbol.dispose]();
  expect(room?.view('maker').present).toBe(0);
  // What was on its way is counted before whoever votes now.
  const choice = first && chooseBallot(first, new Chance(1), () => 1);
  if (choice) await room?.cast('last', { roundId: first.id, run: first.run, rev: 1, ...choice });
  const last = tally();
  expect(last?.ballots).toBe(41);
  await pass(board, 30);
  expect(tally()).toEqual(last);
});

test('a second start goes on with the same board', async () => {
  await using board = await startBoard({ open: false });
  const first = await start(board);
  await first.furnished;
  first[Symbol.dispose]();
  const second = await start(board);
  await second.furnished;
  expect(second.boardId).toBe(first.boardId);
  const room = await board.app.rooms.open(first.boardId);
  expect(room?.board.rounds.map(({ entries }) => entries.length)).toEqual([8, 4, 4, 3]);
  second[Symbol.dispose]();
});

test('every drawing becomes a picture as the studio keeps it', async () => {
  await using folder = await temporaryFolder();
  const media = new MediaFiles(folder.path);
  const picture = await drawInto(media)('fourLegs');
  expect(picture).toMatchObject({ width: 1600, height: 1200 });
  expect(await media.read(`${picture?.hash}-480.webp`)).not.toBeNull();
  for (const draw of Object.values(pictures)) expect(draw()).toMatch(/^<svg [\s\S]*<\/svg>$/);
});

test('the story begins with ideas: supported, merged, folded, decided, thanked, and drafts made from them', async () => {
  await using board = await startBoard({ open: false });
  const demo = await start(board);
  await demo.furnished;
  demo[Symbol.dispose]();
  const room = await board.app.rooms.open(demo.boardId);
  const view = room?.view('maker');
  const [ideas, drafts] = view?.rounds ?? [];
  const states = ideas?.entries.map((entry) => (isIdea(entry) ? entry.state : ''));
  expect(states?.filter((state) => state !== 'shown')).toEqual(['merged', 'folded']);
  const counts = ideas?.tally.counts ?? [];
  expect(ideas?.tally.ballots).toBe(40);
  // Whoever supported both cable ideas counts once.
  expect(counts[0]).toBe(33);
  expect(Math.max(...counts)).toBe(counts[0]);
  expect(ideas?.outcome).toMatchObject({ chosen: [ideas?.entries[0]?.id], steps: [] });
  expect(ideas?.outcome?.promise?.by).toBeGreaterThan(board.clock.now());
  expect(view?.credits.map(({ name }) => name)).toEqual(['Jutta aus Kiel', 'Mehmet Aydın', 'Familie Brandt']);
  expect(view?.credits[0]?.ideas).toEqual([ideas?.entries[0]?.id]);
  const origins = drafts?.entries.map((entry) => ('origin' in entry ? entry.origin?.length : 0));
  expect(origins).toEqual([2, 1, 0, 1]);
});

test.each([
  { kind: 'choose', min: 2, max: 3 },
  { kind: 'approve' },
  { kind: 'rank', max: 3 },
  { kind: 'points', budget: 5 },
  { kind: 'duel' },
] as const)('the crowd fills in ballots that fit %j', (rule) => {
  const { rounds } = aBoardWith(['oak', 'walnut', 'ash', 'beech'], { rule });
  const [round] = decided({ ...aBoardWith([]), rounds }, (now) => openRound(now, 'legs', 1)).rounds;
  const chance = new Chance(7);
  for (let person = 0; person < 50; person += 1) {
    const choice = round && chooseBallot(round, chance, () => 1);
    expect(round && choice && checkBallot(round, { run: 1, ...choice }, 1)).toBeNull();
  }
  expect(chooseBallot({ rule, entries: [] }, chance, () => 1)).toBeNull();
});
