import { outcome as de } from '../../shared/messages/de/outcome.ts';
import { outcome as en } from '../../shared/messages/en/outcome.ts';
import { words } from './words.ts';

export type OutcomeTexts = typeof de;

/** What is said about outcomes, on whatever surface, in the page's language. */
export function outcomeTexts(): OutcomeTexts {
  return words.pick(de, en);
}
