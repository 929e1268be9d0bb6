import { timeLeft } from '../../lib/time-left.ts';
import { words } from '../../lib/words.ts';
import { t } from '../words.ts';

const MINUTE = 60_000;

/** Milliseconds since something happened, as people say it: "vor 5 Minuten". */
export function ago(ms: number): string {
  if (ms < MINUTE) return t().inbox.now;
  const { unit, count } = timeLeft(Math.max(ms, 91_000));
  return new Intl.RelativeTimeFormat(words.language, { numeric: 'always' }).format(-count, unit);
}
