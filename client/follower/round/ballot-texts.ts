import { ballots as de } from '../../../shared/messages/de/ballots.ts';
import { ballots as en } from '../../../shared/messages/en/ballots.ts';
import { words } from '../../lib/words.ts';

/** The catalogue of the forms that are loaded later, in the page's language. */
export function ballotTexts(): typeof de {
  return words.pick(de, en);
}
