import type { Time } from '../../shared/board-view.ts';
import type { Language } from '../../shared/limits.ts';

const HALF_A_DAY = 43_200_000;
// American English would put the month first.
const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

/** "12. März 2026", which no line breaks apart. */
export function dayText(time: Time, language: Language): string {
  return format(time, language, { day: 'numeric', month: 'long', year: 'numeric' }).replaceAll(' ', '\u00a0');
}

/** "12. März 2026, 18:30" */
export function dayAndTime(time: Time, language: Language): string {
  return `${dayText(time, language)}, ${format(time, language, { hour: '2-digit', minute: '2-digit' })}`;
}

/** A promise ends with its day where it was made: half a day earlier it is that day almost everywhere. */
export function promisedDay(by: Time): Time {
  return by - HALF_A_DAY;
}

/** A day as it stands on a calendar: "12", "März", "2026". */
export function calendarLeaf(time: Time, language: Language): { day: string; month: string; year: string } {
  return {
    day: format(time, language, { day: 'numeric' }),
    month: format(time, language, { month: 'long' }),
    year: format(time, language, { year: 'numeric' }),
  };
}

function format(time: Time, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[language], options).format(time);
}
