import { door as de } from '../../shared/messages/de/door.ts';
import { door as en } from '../../shared/messages/en/door.ts';
import { words } from '../lib/words.ts';

/** What is said where there is no board, in the page's language. */
export function doorTexts(): typeof de {
  return words.pick(de, en);
}
