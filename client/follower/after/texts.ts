import { after as de } from '../../../shared/messages/de/after.ts';
import { after as en } from '../../../shared/messages/en/after.ts';
import { words } from '../../lib/words.ts';

export type AfterTexts = typeof de;

/** What is said around a vote, in the page's language. */
export function texts(): AfterTexts {
  return words.pick(de, en);
}
