import type { Board } from '../../server/domain/board.ts';
import type { RoundFields } from '../../server/domain/change.ts';
import type { Decision } from '../../server/domain/decision.ts';
import {
  collectIdeas,
  findIdea,
  type IdeaFields,
  type StoredIdea,
  submitIdea,
} from '../../server/domain/idea.ts';
import type { IdeaSettings } from '../../shared/board-view.ts';
import { aBoardWith, decided } from './boards.ts';

export const settings: IdeaSettings = { whileVoting: true, review: false, pictures: true, each: 20 };

/** The round `legs`, not opened yet, takes ideas since 1,500. */
export function collecting(ideas: Partial<IdeaSettings> = {}, fields: Partial<RoundFields> = {}): Board {
  const rule = { kind: 'approve' } as const;
  const board = aBoardWith([], { rule, ideas: { ...settings, ...ideas }, ...fields });
  return decided(board, (now) => collectIdeas(now, 'legs', true, undefined, 1_500));
}

/** As decision of `author-<id>`, with the id as title. */
export function handIn(id: string, author = `author-${id}`, at = 1_600): (board: Board) => Decision {
  return (board) => submitIdea(board, 'legs', words(id), author, at);
}

export function withIdeas(...ids: readonly string[]): Board {
  return decided(collecting(), ...ids.map((id) => handIn(id)));
}

export function words(id: string): IdeaFields {
  const picture = { hash: 'a'.repeat(32), width: 10, height: 10, blur: '' };
  return { id, title: `title of ${id}`, text: `text of ${id}`, picture, alt: `alt of ${id}` };
}

export function theIdea(board: Board, id: string): StoredIdea {
  const found = findIdea(board, id);
  if (!found) throw new Error(`no idea ${id}`);
  return found.idea;
}
