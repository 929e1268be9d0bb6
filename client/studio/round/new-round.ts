import type { Language } from '../../../shared/limits.ts';
import type { Command } from '../../lib/wire.ts';
import { boardWords } from '../words.ts';

/** What a round is until the maker says otherwise. */
export function newRound(language: Language): Omit<Command<'round:add'>, 'boardId'> {
  return {
    question: boardWords(language).question,
    rule: { kind: 'choose', min: 1, max: 1 },
    results: 'live',
    seconds: null,
    ideas: null,
  };
}
