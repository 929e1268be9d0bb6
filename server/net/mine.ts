import { accepted, rejected } from '../../shared/ack.ts';
import { boardRefSchema } from '../../shared/commands.ts';
import type { MyData } from '../../shared/mine.ts';
import { eraseMineSchema } from '../../shared/outcome-commands.ts';
import { withdrawCredit } from '../domain/credit.ts';
import { eraseIdea } from '../domain/idea.ts';
import { mineOf } from '../domain/mine.ts';
import { endsAt } from '../domain/retention.ts';
import { findRound } from '../domain/round.ts';
import type { Room } from '../live/room.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Store } from '../store/store.ts';
import type { Answers } from './answers.ts';
import type { Loudspeaker } from './loudspeaker.ts';

interface Deps {
  readonly rooms: Rooms;
  readonly store: Store;
  readonly speaker: Loudspeaker;
}

/** [P4] [P5] What a participant may see and undo of everything that is stored about them. */
export function hearMine(answers: Answers, deps: Deps): void {
  const { rooms, store } = deps;

  answers.toParticipant('mine:read', boardRefSchema, async ({ boardId }, participant) => {
    const room = await rooms.open(boardId);
    return room ? accepted(await readMine(room, participant, store)) : rejected('not_found');
  });

  answers.toParticipant('mine:erase', eraseMineSchema, async ({ boardId, what }, participant) => {
    const room = await rooms.open(boardId);
    if (!room) return rejected('not_found');
    const ballots = what.includes('ballots') ? await withdrawBallots(room, participant, deps) : 0;
    const ideas = what.includes('ideas') ? await eraseIdeas(room, participant) : 0;
    if (what.includes('name')) await room.change((board) => withdrawCredit(board, participant));
    return accepted({ ballots, ideas });
  });
}

async function readMine(room: Room, participant: string, store: Store): Promise<MyData> {
  const { id, title } = room.board;
  const ballots = await store.readBallots(id, participant);
  const mine = mineOf(room.board, participant);
  const entries = room.view('follower').rounds.flatMap((round) => round.entries);
  // One's own words last: also of an idea that others do not get to read.
  const titles = new Map([...entries, ...mine.ideas].map((entry) => [entry.id, entry.title]));
  return {
    ...mine,
    board: { id, title },
    participant,
    ballots: ballots.map((ballot) => ({
      ...ballot,
      question: findRound(room.board, ballot.roundId)?.question ?? '',
      titles: ballot.entries.map((entry) => titles.get(entry) ?? ''),
    })),
    endsAt: endsAt(room.board),
  };
}

/** An empty ballot with the next rev: what was on its way before it comes too late. Answers how many. */
async function withdrawBallots(room: Room, participant: string, { store, speaker }: Deps): Promise<number> {
  const boardId = room.board.id;
  let withdrawn = 0;
  for (const { roundId, run, rev, entries } of await store.readBallots(boardId, participant)) {
    const round = findRound(room.board, roundId);
    if (entries.length === 0 || round?.status !== 'open' || round.run !== run) continue;
    const ack = await room.cast(participant, { roundId, run, rev: rev + 1, entries: [] });
    if (!ack.ok) continue;
    speaker.tellBallot(boardId, participant, ack.value);
    withdrawn += 1;
  }
  return withdrawn;
}

async function eraseIdeas(room: Room, participant: string): Promise<number> {
  let erased = 0;
  for (const { id } of mineOf(room.board, participant).ideas) {
    const ack = await room.change((board) => eraseIdea(board, id, participant));
    if (ack.ok) erased += 1;
  }
  return erased;
}
