import type { RoundView } from '../../../shared/board-view.ts';
import type { Language } from '../../../shared/limits.ts';
import type { Command } from '../../lib/wire.ts';
import { boardWords } from '../words.ts';

/** What a round is until the maker says otherwise. */
export function newRound(
  language: Language,
  kind: RoundView['kind'] = 'drafts',
): Omit<Command<'round:add'>, 'boardId'> {
  const { question, questionIdeas } = boardWords(language);
  const open = { results: 'live', seconds: null } as const;
  return kind === 'drafts'
    ? { ...open, question, rule: { kind: 'choose', min: 1, max: 1 }, ideas: null }
    : {
        ...open,
        question: questionIdeas,
        // A like for each idea is what people know; nobody wants to choose among what is still coming in.
        rule: { kind: 'approve' },
        ideas: { whileVoting: true, review: false, pictures: false, each: 3 },
      };
}
