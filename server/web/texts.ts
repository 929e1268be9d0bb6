import type { Language } from '../../shared/limits.ts';
import { server as german } from '../../shared/messages/de/server.ts';
import { server as english } from '../../shared/messages/en/server.ts';
import type { Messages } from '../../shared/messages/messages.ts';

export type ServerTexts = Messages<typeof german>;

export function serverTexts(language: Language): ServerTexts {
  return language === 'de' ? german : english;
}

/** German, unless the machine is set to English (`LANG=en_GB.UTF-8`). */
export function languageOfMachine(lang: string | undefined): Language {
  return /^en/i.test(lang ?? '') ? 'en' : 'de';
}
