import { expect, test } from 'vitest';
import { calendarLeaf, dayText, promisedDay } from '../../client/lib/day.ts';

test('a promised day is the same day for readers on both sides of where it was made', () => {
  // The end of 12 March at UTC+1. Half a day earlier it is that day from UTC−10 to UTC+13.
  const by = Date.parse('2027-03-12T22:59:59.999Z');
  const days = [-10, 0, 1, 9, 13].map((hours) => new Date(promisedDay(by) + hours * 3_600_000).getUTCDate());
  expect(new Set(days)).toEqual(new Set([12]));
});

test('days are told with their year, and no line breaks them apart', () => {
  const noon = new Date(2027, 2, 12, 12).getTime();
  expect(dayText(noon, 'de')).toBe('12.\u00a0März\u00a02027');
  expect(dayText(noon, 'en')).toBe('12\u00a0March\u00a02027');
  expect(calendarLeaf(noon, 'de')).toEqual({ day: '12', month: 'März', year: '2027' });
});
