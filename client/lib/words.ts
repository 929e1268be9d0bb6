import { createSubscriber } from 'svelte/reactivity';
import type { Rejection } from '../../shared/ack.ts';
import { LANGUAGES, type Language } from '../../shared/limits.ts';
import { common as commonDe } from '../../shared/messages/de/common.ts';
import { rejections as rejectionsDe } from '../../shared/messages/de/rejections.ts';
import { common as commonEn } from '../../shared/messages/en/common.ts';
import { rejections as rejectionsEn } from '../../shared/messages/en/rejections.ts';
import { type Messages, sentenceFor } from '../../shared/messages/messages.ts';
import { exactLength, timeLeft } from './time-left.ts';

/** The server reads this cookie to write the next page in the chosen language. */
const LANGUAGE_COOKIE = 'mw_lang';

let language: Language = 'de';
let changed = () => {};
const read = createSubscriber((update) => {
  changed = update;
});

/** The page's language and everything that is written by its rules. Reading it in markup follows the choice. */
export const words = {
  get language(): Language {
    read();
    return language;
  },

  /** The language the page was written in. */
  start(booted: Language): void {
    language = booted;
    document.documentElement.lang = booted;
    changed();
  },

  choose(chosen: Language): void {
    this.start(chosen);
    // Not CookieStore: half of the phones do not have it.
    Reflect.set(document, 'cookie', `${LANGUAGE_COOKIE}=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`);
  },

  /** The catalogue in the page's language: `const t = $derived(words.pick(de, en))`. */
  pick<T>(de: T, en: Messages<T>): Messages<T> {
    return (this.language === 'de' ? de : en) as Messages<T>;
  },

  get common(): Messages<typeof commonDe> {
    return this.pick(commonDe, commonEn);
  },

  sentence(no: Rejection): string {
    return sentenceFor(this.pick(rejectionsDe, rejectionsEn), no);
  },

  number(count: number): string {
    return count.toLocaleString(this.language);
  },

  /** `share` between 0 and 1, as whole percent. */
  percent(share: number): string {
    return this.common.percent(this.number(Math.round(share * 100)));
  },

  ballots(count: number): string {
    return this.common.ballots(count, this.number(count));
  },

  present(count: number): string {
    return this.common.present(count, this.number(count));
  },

  /** "noch 2 Minuten", in the largest unit that is still honest. */
  timeLeft(ms: number): string {
    const { unit, count } = timeLeft(ms);
    const { timeUp, secondsLeft, minutesLeft, hoursLeft, daysLeft } = this.common;
    if (count === 0) return timeUp;
    return { second: secondsLeft, minute: minutesLeft, hour: hoursLeft, day: daysLeft }[unit](count);
  },

  /** 90 → "90 Sekunden", 120 → "2 Minuten". */
  duration(seconds: number): string {
    const { unit, count } = exactLength(seconds);
    return {
      second: this.common.seconds,
      minute: this.common.minutes,
      hour: this.common.hours,
      day: this.common.days,
    }[unit](count);
  },

  /** "Mo., 23. Nov., 18:30" */
  moment(time: number): string {
    // American English would tell the hour with AM and PM.
    return new Intl.DateTimeFormat(this.language === 'en' ? 'en-GB' : 'de-DE', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }).format(time);
  },

  /** "heute, 18:30", on another day as `moment`. */
  soon(time: number): string {
    if (new Date(time).toDateString() !== new Date().toDateString()) return this.moment(time);
    // Both languages tell the hour alike.
    const clock = new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit' }).format(time);
    return `${this.common.today}, ${clock}`;
  },

  /** "A, B und C" */
  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.language, { type: 'conjunction' }).format(parts);
  },

  languages: LANGUAGES,
};
