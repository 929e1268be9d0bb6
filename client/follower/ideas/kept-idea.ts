import type { Picture } from '../../../shared/entry.ts';
import { LIMITS } from '../../../shared/limits.ts';
import type { Keep } from '../../lib/keep.ts';

/** What somebody has begun to write. */
export interface Begun {
  readonly title: string;
  readonly text: string;
  readonly picture: Picture | null;
}

export const NOTHING: Begun = { title: '', text: '', picture: null };

const keyOf = (roundId: string) => `mitwerk.idea.${roundId}`;

export function readBegun(keep: Keep, roundId: string): Begun {
  try {
    const kept: unknown = JSON.parse(keep.read(keyOf(roundId)) ?? 'null');
    return isBegun(kept) ? kept : NOTHING;
  } catch {
    return NOTHING;
  }
}

export function keepBegun(keep: Keep, roundId: string, begun: Begun): void {
  const empty = begun.title === '' && begun.text === '' && begun.picture === null;
  keep.write(keyOf(roundId), empty ? null : JSON.stringify(begun));
}

/** Storage may hold what an older version or a curious person wrote. */
function isBegun(kept: unknown): kept is Begun {
  if (typeof kept !== 'object' || kept === null) return false;
  const { title, text, picture } = kept as Partial<Record<keyof Begun, unknown>>;
  return (
    typeof title === 'string' &&
    title.length <= LIMITS.ideaTitle &&
    typeof text === 'string' &&
    text.length <= LIMITS.ideaText &&
    (picture === null || isPicture(picture))
  );
}

function isPicture(kept: unknown): kept is Picture {
  if (typeof kept !== 'object' || kept === null) return false;
  const { hash, width, height, blur } = kept as Partial<Record<keyof Picture, unknown>>;
  return (
    typeof hash === 'string' &&
    typeof width === 'number' &&
    typeof height === 'number' &&
    typeof blur === 'string'
  );
}
