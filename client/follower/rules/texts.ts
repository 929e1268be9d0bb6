import { rules as de } from '../../../shared/messages/de/rules.ts';
import { rules as en } from '../../../shared/messages/en/rules.ts';
import type { RulesTexts } from '../../lib/rules.ts';
import { words } from '../../lib/words.ts';

/** The sentences of the rules, in the page's language. */
export function rulesTexts(): RulesTexts {
  return words.pick(de, en);
}
