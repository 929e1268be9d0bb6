import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Room } from '../../server/live/room.ts';
import { viewJson } from '../../server/net/view-json.ts';
import { applyFrame } from '../../shared/apply.ts';
import type { BoardView, ResultsShown } from '../../shared/board-view.ts';
import { startBoard, type TestBoard } from '../support/start-board.ts';

const NOTHING: ReadonlySet<string> = new Set();

test('[J4] a shared view with its frame is the view of this moment, whatever happened before', async () => {
  const results = fc.constantFrom<ResultsShown>('live', 'after-vote', 'after-close');
  const steps = fc.array(fc.constantFrom(...(Object.keys(STEPS) as Step[])), { minLength: 4, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(results, steps, async (shown, course) => {
      await using board = await startBoard({ drafts: ['Eiche', 'Nuß'], results: shown });
      const { boardId } = board;
      const other = await board.maker.must('round:add', { ...ROUND, boardId });
      await board.maker.must('round:copy', { boardId, roundId: board.roundId });
      for (const step of course) {
        await STEPS[step](board);
        const all = [NOTHING, new Set([board.roundId]), new Set([board.roundId, other.roundId])];
        // Whoever comes first decides what is encoded first.
        if (board.room().board.seq % 2 === 0) all.reverse();
        for (const earned of all) {
          expect(shownBy(board.room(), earned)).toEqual(freshOf(board.room(), earned));
        }
      }
    }),
    // Rounds that voters see into, at versions odd and even.
    {
      numRuns: 25,
      examples: [['after-vote', ['castOne', 'rename', 'castOther', 'close', 'show', 'show', 'show']]],
    },
  );
});

test('[J4] votes do not make the view anew, a new version of the board does', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuß'] });
  const first = viewJson(board.room(), NOTHING);
  const ana = await board.phone();
  await ana.cast('Eiche');
  expect(viewJson(board.room(), NOTHING)).toBe(first);
  await STEPS.close(board);
  expect(viewJson(board.room(), NOTHING)).not.toBe(first);
});

test('[J4] who joins after votes and before a tick has the tally of this moment', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuß'] });
  const ana = await board.phone();
  await ana.cast('Eiche');
  const ben = await board.phone();
  expect(ben.tally).toEqual({ Eiche: 1 });
  expect(ben.view).toEqual(JSON.parse(JSON.stringify(board.room().view('follower'))));
});

test('[J5] joining tells nobody anything, and asks the store for ballots only', async () => {
  const asked: string[] = [];
  await using board = await startBoard({
    drafts: ['Eiche', 'Nuß'],
    wrapStore: (store) =>
      new Proxy(store, {
        get(target, name) {
          const part: unknown = Reflect.get(target, name);
          if (typeof part !== 'function') return part;
          asked.push(String(name));
          return part.bind(target);
        },
      }),
  });
  await board.phone();
  await board.tick();
  asked.length = 0;
  const { ticks, encodes, frames } = board.app.counters;
  await Promise.all(Array.from({ length: 12 }, () => board.phone()));
  await board.delivered();
  expect(board.app.counters).toMatchObject({ ticks, encodes, frames });
  expect(asked).toEqual(Array.from({ length: 12 }, () => 'readBallots'));
  await board.tick();
  // Thirteen phones and the maker.
  expect(board.app.counters).toMatchObject({ ticks: ticks + 1, encodes: encodes + 1, frames: frames + 14 });
});

type Step = 'castOne' | 'castOther' | 'withdraw' | 'close' | 'reveal' | 'open' | 'undo' | 'rename' | 'show';

const ROUND = {
  question: 'Und der Griff?',
  rule: { kind: 'choose', min: 1, max: 1 } as const,
  results: 'live' as const,
  seconds: null,
  ideas: null,
};

const STEPS: Record<Step, (board: TestBoard) => Promise<unknown>> = {
  castOne: (board) => cast(board, ['Eiche']),
  castOther: (board) => cast(board, ['Nuß']),
  withdraw: (board) => cast(board, []),
  close: ({ maker, boardId, roundId }) => maker.ask('round:close', { boardId, roundId }),
  reveal: ({ maker, boardId, roundId }) => maker.ask('round:reveal', { boardId, roundId }),
  open: ({ maker, boardId, roundId }) => maker.ask('round:open', { boardId, roundId }),
  undo: (board) => board.maker.ask('round:undo', board.asItStands()),
  rename: (board) =>
    board.maker.ask('board:update', { boardId: board.boardId, title: `Tisch ${board.room().board.seq} "ß"` }),
  show: async (board) => {
    const { rounds, seq } = board.room().board;
    const roundId = rounds[seq % rounds.length]?.id ?? null;
    return board.maker.ask('round:show', { boardId: board.boardId, roundId });
  },
};

async function cast(board: TestBoard, titles: readonly string[]): Promise<void> {
  const phone = await board.phone();
  if (phone.view?.head.currentRoundId === board.roundId) await phone.tryCast(titles);
  await phone.close();
}

/** What a phone makes of a join. */
function shownBy(room: Room, earned: ReadonlySet<string>): unknown {
  return withFrame(room, earned, JSON.parse(viewJson(room, earned)));
}

function freshOf(room: Room, earned: ReadonlySet<string>): unknown {
  const voters = room.view('voter').rounds;
  const view = room.view('follower');
  const rounds = view.rounds.map((round) =>
    earned.has(round.id) ? voters.find(({ id }) => id === round.id) : round,
  );
  return withFrame(room, earned, JSON.parse(JSON.stringify({ ...view, rounds })));
}

function withFrame(room: Room, earned: ReadonlySet<string>, view: BoardView): unknown {
  const frame = room.frame(earned.has(room.focus?.id ?? '') ? 'voter' : 'follower');
  return applyFrame(view, JSON.parse(JSON.stringify(frame)));
}
