import type { Request } from 'express';
import { LANGUAGES, type Language } from '../../shared/limits.ts';
import { readCookie } from '../access/cookies.ts';

/** Written by the language switch of the pages. */
const COOKIE = 'mw_lang';

/** `?lang=`, else what was chosen on this device; `null`: nothing was. */
export function chosenLanguage(request: Request): Language | null {
  return known(request.query.lang) ?? known(readCookie(request.headers.cookie, COOKIE));
}

/** For a page that one person reads: chosen, else the browser's if it is German or English, else the board's. */
export function readersLanguage(request: Request, ofBoard: Language = 'de'): Language {
  const ofBrowser = request.headers['accept-language'] ? request.acceptsLanguages([...LANGUAGES]) : false;
  return chosenLanguage(request) ?? known(ofBrowser) ?? ofBoard;
}

function known(language: unknown): Language | null {
  return LANGUAGES.find((one) => one === language) ?? null;
}
