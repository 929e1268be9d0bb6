import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Picture } from '../../shared/entry.ts';
import { addDrafts } from '../../server/domain/draft.ts';
import { foldIdea } from '../../server/domain/moderation.ts';
import { publishOutcome } from '../../server/domain/outcome.ts';
import { closeRound, openRound, revealRound } from '../../server/domain/run.ts';
import { sweep } from '../../server/live/sweeper.ts';
import type { Board } from '../../server/domain/board.ts';
import type { MediaFile } from '../../server/store/media.ts';
import { aBoardWith, aDraft, decided } from '../support/boards.ts';
import { aBoardOfIdeas, anIdea } from '../support/ideas.ts';
import { startBoard } from '../support/start-board.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

test('[E2] at its end a board is removed with ballots, ideas and log, and whoever looks at it is told', async () => {
  const ideas = { whileVoting: true, review: false, pictures: false, each: 5 };
  await using board = await startBoard({ ideas, rule: { kind: 'approve' } });
  const { boardId, roundId, maker, clock, store } = board;
  const ana = await board.phone();
  const { participant } = await ana.must('mine:read', { boardId });
  await ana.submit('Haken');
  await board.delivered();
  await ana.cast('Haken');
  await maker.must('board:update', { boardId, keepDays: 7, confirmed: true });
  clock.jump(10 * DAY);
  expect(await store.readBoard(boardId)).not.toBeNull();
  await maker.must('round:close', { boardId, roundId });
  await board.delivered();
  expect(ana.view?.head.endsAt).toBe(clock.now() + 7 * DAY);

  clock.jump(7 * DAY - HOUR);
  await board.delivered();
  expect(ana.isGone).toBe(false);
  clock.jump(2 * HOUR);
  await expect.poll(() => ana.isGone).toBe(true);
  expect(await store.readBoard(boardId)).toBeNull();
  expect(await store.readLog(boardId)).toEqual([]);
  expect(await store.readBallots(boardId, participant)).toEqual([]);
  expect(await ana.ask('board:join', { slug: board.slug, as: 'follower' })).toMatchObject({
    no: { code: 'not_found' },
  });
});

test('[E3] a picture that no board shows any more is removed after a day, wherever others are shown', async () => {
  const [onDraft, onIdea, onFolded, onOutcome, onStep] = Array.from({ length: 5 }, aPicture);
  const [old, young] = [aPicture(), aPicture()];
  const boards = [
    decided(aBoardWith(['oak', 'ash']), (now) =>
      addDrafts(now, 'legs', [{ ...aDraft('elm'), picture: onDraft ?? null }]),
    ),
    decided(
      aBoardOfIdeas([anIdea('a', { picture: onIdea ?? null }), anIdea('b', { picture: onFolded ?? null })]),
      (now) => foldIdea(now, 'b', 'spam', 'Werbung.'),
    ),
    withOutcome(onOutcome ?? null, onStep ?? null),
  ];
  const files = [onDraft, onIdea, onFolded, onOutcome, onStep, old].flatMap((picture) =>
    picture ? [file(picture, 10 * DAY)] : [],
  );
  const media = memoryMedia([...files, file(young, 10 * DAY + 1)]);
  await sweep({ ...media, ...holding(boards), clock: { now: () => 11 * DAY } });
  expect(media.removed).toEqual([`${old.hash}-480.webp`]);
});

test('[E2] [E3] the pictures of a board go with it', async () => {
  const picture = aPicture();
  const ended = withOutcome(picture, null);
  const media = memoryMedia([file(picture, 0)]);
  const { store, rooms, gone } = holding([ended]);
  await sweep({ media: media.media, store, rooms, clock: { now: () => 3_000 + 90 * DAY - 1 } });
  expect([gone, media.removed]).toEqual([[], []]);
  await sweep({ media: media.media, store, rooms, clock: { now: () => 3_000 + 90 * DAY } });
  expect(gone).toEqual([ended.id]);
  expect(media.removed).toEqual([`${picture.hash}-480.webp`]);
});

/** Closed at 3,000, kept for 90 days. */
function withOutcome(picture: Picture | null, stepPicture: Picture | null): Board {
  const fields = { chosen: ['oak'], reason: 'Darum.', text: '', picture, alt: '', promise: null };
  const board = decided(
    aBoardWith(['oak', 'ash']),
    (now) => openRound(now, 'legs', 2_000),
    (now) => closeRound(now, 'legs', 3_000),
    (now) => revealRound(now, 'legs'),
    (now) => publishOutcome(now, 'legs', fields, [], 4_000),
  );
  const step = { kind: 'kept', text: '', at: 5_000, by: null, picture: stepPicture, alt: '' } as const;
  return {
    ...board,
    rounds: board.rounds.map((round) => ({
      ...round,
      outcome: round.outcome && { ...round.outcome, steps: [step] },
    })),
  };
}

function holding(boards: readonly Board[]) {
  const gone: string[] = [];
  return {
    gone,
    store: { listBoards: async () => boards },
    rooms: {
      remove: async (boardId: string) => {
        gone.push(boardId);
      },
    },
  };
}

function memoryMedia(files: readonly MediaFile[]) {
  const removed: string[] = [];
  return {
    removed,
    media: {
      list: async () => files,
      remove: async (name: string) => {
        removed.push(name);
      },
    },
  };
}

function aPicture(): Picture {
  return { hash: randomBytes(16).toString('hex'), width: 10, height: 10, blur: 'data:image/webp;base64,' };
}

function file({ hash }: Picture, at: number): MediaFile {
  return { name: `${hash}-480.webp`, at };
}
