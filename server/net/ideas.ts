import { accepted, rejected } from '../../shared/ack.ts';
import { roundRefSchema } from '../../shared/commands.ts';
import {
  ideaRefSchema,
  ideaSentenceSchema,
  seenIdeasSchema,
  submitIdeaSchema,
} from '../../shared/idea-commands.ts';
import { eraseIdea, isIdea, submitIdea } from '../domain/idea.ts';
import { mineOf } from '../domain/mine.ts';
import { objectTo } from '../domain/moderation.ts';
import { findRound } from '../domain/round.ts';
import type { Room } from '../live/room.ts';
import type { Rooms } from '../live/rooms.ts';
import { isKept } from '../store/is-picture-of.ts';
import type { MediaStore } from '../store/media.ts';
import type { Answers } from './answers.ts';
import { shuffleSeed } from './shuffle-seed.ts';

/** What participants do with ideas. */
export function hearIdeas(
  answers: Answers,
  { rooms, media }: { rooms: Rooms; media: Pick<MediaStore, 'read'> },
): void {
  answers.toAuthor(
    'idea:submit',
    submitIdeaSchema,
    async ({ boardId, roundId, ideaId, ...words }, participant) => {
      const room = await rooms.open(boardId);
      if (!room) return rejected('not_found');
      // A picture that is another than it says would make the board's archive unreadable.
      if (words.picture && !(await isKept(words.picture, media))) return rejected('picture_not_readable');
      const ack = await room.change((board, now) =>
        submitIdea(board, roundId, { id: ideaId, ...words }, participant, now),
      );
      if (!ack.ok) return ack;
      const idea = mineOf(room.board, participant).ideas.find(({ id }) => id === ideaId);
      return idea ? accepted({ idea }) : rejected('not_found');
    },
  );

  answers.toAuthor('idea:object', ideaSentenceSchema, ({ boardId, ideaId, sentence }, participant) =>
    rooms.change(boardId, (board, now) => objectTo(board, ideaId, participant, sentence, now)),
  );

  answers.toParticipant('idea:erase', ideaRefSchema, ({ boardId, ideaId }, participant) =>
    rooms.change(boardId, (board) => eraseIdea(board, ideaId, participant)),
  );

  answers.toParticipant('idea:seen', seenIdeasSchema, async ({ boardId, roundId, ideaIds }) => {
    const room = await rooms.open(boardId);
    if (!room) return rejected('not_found');
    const shown = new Set(shownIdeas(room, roundId));
    // Only known ones: counting whatever is sent would fill the memory.
    room.seen.add(ideaIds.filter((id) => shown.has(id)));
    return accepted({});
  });

  answers.toParticipant('idea:chance', roundRefSchema, async ({ boardId, roundId }, participant) => {
    const room = await rooms.open(boardId);
    if (!room) return rejected('not_found');
    // Equals stand in another order for each: else all would look at the same ones first.
    const chance = (ideaId: string) => shuffleSeed(`${participant}/${ideaId}`);
    return accepted({ ideaIds: room.seen.leastFirst(shownIdeas(room, roundId), chance) });
  });
}

function shownIdeas({ board }: Room, roundId: string): string[] {
  const ideas = findRound(board, roundId)?.entries.filter(isIdea) ?? [];
  return ideas.filter(({ state }) => state === 'shown').map(({ id }) => id);
}
