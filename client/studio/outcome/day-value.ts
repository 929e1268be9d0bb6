import type { Time } from '../../../shared/board-view.ts';

/** The end of a day here, from what a date field holds: `2026-03-12`. `null`: no such day. */
export function endOfDay(value: string): Time | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const end = new Date(year, month - 1, day, 23, 59, 59, 999);
  // The 31st of February would be a day in March.
  return year < 2200 && end.getMonth() === month - 1 && end.getDate() === day ? end.getTime() : null;
}

/** What a date field holds for the day on which this moment lies here. */
export function dayValue(time: Time): string {
  const date = new Date(time);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The first day that ends after this moment. */
export function dayAfter(time: Time): string {
  const date = new Date(time);
  return dayValue(new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 12).getTime());
}
