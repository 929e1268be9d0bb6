import type { Picture } from '../../shared/entry.ts';
import { addDrafts } from '../domain/draft.ts';
import { addRound, isLocked } from '../domain/round.ts';
import { openRound } from '../domain/run.ts';
import type { Room } from '../live/room.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Ids } from '../ops/ids.ts';
import { holdIdeas } from './hold-ideas.ts';
import type { PictureName } from './pictures/pictures.ts';
import { board, rounds, type StoryRound } from './story.ts';

export interface FurnishDeps {
  readonly rooms: Rooms;
  readonly ids: Ids;
  /** Draws a picture and keeps its renditions. */
  readonly draw: (name: PictureName) => Promise<Picture | null>;
}

/** The demo's board: the one of an earlier start, else a new one, with its rounds but maybe without drafts. */
export async function findBoard({ rooms, ids }: Omit<FurnishDeps, 'draw'>): Promise<Room> {
  const summaries = await rooms.summaries();
  const known = summaries.find(({ title }) => title === board.title);
  const room = (known && (await rooms.open(known.id))) ?? (await rooms.create(board));
  if (room.board.rounds.length === 0) await holdIdeas(room, ids);
  for (const { fields } of rounds) {
    if (!roundOf(room, fields.question)) await room.change((now) => addRound(now, fields, ids.id()));
  }
  return room;
}

/**
 * Hangs up what is missing, in order, and opens the first round as soon as it is complete. Drawing takes a second or two
 * per picture, so this goes on beside the running server until it is done or `stopped`.
 */
export async function furnish(room: Room, deps: FurnishDeps, stopped: AbortSignal): Promise<void> {
  for (const story of rounds) {
    await hangDrafts(room, story, deps, stopped);
    if (stopped.aborted) return;
    const drafts = room.board.rounds.filter(({ ideas }) => ideas === null);
    const [first] = drafts;
    const untouched = drafts.every((round) => !isLocked(round));
    if (first && untouched) await room.change((now, time) => openRound(now, first.id, time));
  }
}

async function hangDrafts(
  room: Room,
  story: StoryRound,
  deps: FurnishDeps,
  stopped: AbortSignal,
): Promise<void> {
  for (const { title, text, alt, picture: name, origin } of story.drafts) {
    const round = roundOf(room, story.fields.question);
    if (!round || isLocked(round) || round.entries.some((entry) => entry.title === title)) continue;
    const picture = await deps.draw(name);
    if (stopped.aborted) return;
    const ideas = ideasOf(room, origin ?? []);
    const draft = {
      id: deps.ids.id(),
      title,
      text,
      picture,
      alt,
      ...(ideas.length > 0 && { origin: ideas }),
    };
    await room.change((now) => addDrafts(now, round.id, [draft]));
  }
}

/** An older demo's board has none. */
function ideasOf({ board }: Room, titles: readonly string[]): string[] {
  const ideas = board.rounds.flatMap((round) => (round.ideas ? round.entries : []));
  return titles.flatMap((title) => ideas.find((idea) => idea.title === title)?.id ?? []);
}

function roundOf(room: Room, question: string) {
  return room.board.rounds.find((round) => round.question === question);
}
