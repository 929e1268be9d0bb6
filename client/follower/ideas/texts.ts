import { ideas as de } from '../../../shared/messages/de/ideas.ts';
import { ideas as en } from '../../../shared/messages/en/ideas.ts';
import { words } from '../../lib/words.ts';

export type IdeaTexts = typeof de;

/** The catalogue of idea rounds in the page's language. */
export function texts(): IdeaTexts {
  return words.pick(de, en);
}
