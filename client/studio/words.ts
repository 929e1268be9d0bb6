import type { Language } from '../../shared/limits.ts';
import { common as commonDe } from '../../shared/messages/de/common.ts';
import { studio as de } from '../../shared/messages/de/studio.ts';
import { common as commonEn } from '../../shared/messages/en/common.ts';
import { studio as en } from '../../shared/messages/en/studio.ts';
import type { Messages } from '../../shared/messages/messages.ts';
import { words } from '../lib/words.ts';

/** The studio's texts in the page's language; called in markup it follows the choice. */
export function t(): Messages<typeof de> {
  return words.pick(de, en);
}

/** Texts that become part of a board are in the board's language, whatever the studio's is. */
export function boardWords(language: Language): {
  readonly question: string;
  readonly draftNamed: (letter: string) => string;
} {
  return language === 'de'
    ? { question: de.questionDefault, draftNamed: commonDe.draftNamed }
    : { question: en.questionDefault, draftNamed: commonEn.draftNamed };
}
