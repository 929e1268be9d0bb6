import type { Choice } from '../domain/count.ts';

/** A ballot's choice as the column `entries` holds it: ids, or pairs of id and points; equal choices are equal texts. */
export function choiceText({ entries, points }: Choice): string {
  return JSON.stringify(points ? entries.map((entry, index) => [entry, points[index] ?? 0]) : entries);
}

export function readChoice(text: string): Choice {
  const stored = JSON.parse(text) as readonly string[] | readonly (readonly [string, number])[];
  if (!hasPoints(stored)) return { entries: stored };
  return { entries: stored.map(([entry]) => entry), points: stored.map(([, points]) => points) };
}

/** [V6] */
export const WITHDRAWN = '[]';

function hasPoints(stored: readonly unknown[]): stored is readonly (readonly [string, number])[] {
  return Array.isArray(stored[0]);
}
