import { accepted } from '../../shared/ack.ts';
import { collectIdeasSchema } from '../../shared/commands.ts';
import {
  foldIdeaSchema,
  ideaRefSchema,
  ideaSentenceSchema,
  mergeIdeasSchema,
  promoteIdeasSchema,
} from '../../shared/idea-commands.ts';
import { collectIdeas } from '../domain/idea.ts';
import {
  answerObjection,
  buryIdea,
  foldIdea,
  mergeIdeas,
  publishIdea,
  splitIdea,
  unfoldIdea,
} from '../domain/moderation.ts';
import { promoteIdeas } from '../domain/promotion.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Ids } from '../ops/ids.ts';
import type { Answers } from './answers.ts';
import { decisions } from './decisions.ts';

/** What the maker does with the ideas of others. */
export function hearModeration(answers: Answers, { rooms, ids }: { rooms: Rooms; ids: Ids }): void {
  const decided = decisions(answers, rooms);

  decided('round:collect', collectIdeasSchema, (board, { roundId, collect, confirmed }, now) =>
    collectIdeas(board, roundId, collect, confirmed, now),
  );
  decided('idea:publish', ideaRefSchema, (board, { ideaId }) => publishIdea(board, ideaId));
  decided('idea:fold', foldIdeaSchema, (board, { ideaId, reason, sentence }) =>
    foldIdea(board, ideaId, reason, sentence),
  );
  decided('idea:unfold', ideaRefSchema, (board, { ideaId }) => unfoldIdea(board, ideaId));
  decided('idea:answer', ideaSentenceSchema, (board, { ideaId, sentence }) =>
    answerObjection(board, ideaId, sentence),
  );
  decided('idea:bury', ideaSentenceSchema, (board, { ideaId, sentence }) =>
    buryIdea(board, ideaId, sentence),
  );
  decided('idea:merge', mergeIdeasSchema, (board, { ideaIds, into }) => mergeIdeas(board, ideaIds, into));
  decided('idea:split', ideaRefSchema, (board, { ideaId }) => splitIdea(board, ideaId));

  answers.toMaker('idea:promote', promoteIdeasSchema, async ({ boardId, ideaIds, toRoundId }) => {
    const draftId = ids.id();
    const ack = await rooms.change(boardId, (board) => promoteIdeas(board, ideaIds, toRoundId, draftId));
    return ack.ok ? accepted({ draftId }) : ack;
  });
}
