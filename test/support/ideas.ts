import type { Board } from '../../server/domain/board.ts';
import type { RoundFields } from '../../server/domain/change.ts';
import type { StoredIdea } from '../../server/domain/idea.ts';
import { aBoardWith } from './boards.ts';

/** A shown idea whose title is its id. */
export function anIdea(id: string, fields: Partial<StoredIdea> = {}): StoredIdea {
  return {
    id,
    title: id,
    text: '',
    picture: null,
    alt: '',
    state: 'shown',
    at: 1_500,
    author: `author-${id}`,
    reason: null,
    sentence: '',
    objection: null,
    objected: false,
    into: null,
    ...fields,
  };
}

/** A board with one draft round of these ideas. */
export function aBoardOfIdeas(ideas: readonly StoredIdea[], fields: Partial<RoundFields> = {}): Board {
  const settings = { whileVoting: true, review: false, pictures: false, each: 20 };
  const board = aBoardWith([], { ideas: settings, ...fields });
  return { ...board, rounds: board.rounds.map((round) => ({ ...round, entries: ideas })) };
}
