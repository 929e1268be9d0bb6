import type { OwnBallot, RoundView } from '../../../shared/board-view.ts';
import type { FollowerTexts } from '../texts.ts';
import { survivor } from './choice.ts';

/** What this device's ballot gave an entry, in words; `null`: nothing. Of a duel only all pairs together say something. */
export function mineOn(
  ballot: OwnBallot | null,
  entryId: string,
  { rule, entries }: Pick<RoundView, 'rule' | 'entries'>,
  t: FollowerTexts,
): string | null {
  const places = (ballot?.entries ?? []).map((id) => survivor(id, entries));
  const place = places.indexOf(entryId);
  if (place === -1 || rule.kind === 'duel') return null;
  if (rule.kind === 'rank') return t.yourPlace(new Set(places.slice(0, place + 1)).size);
  if (rule.kind !== 'points') return t.yours;
  const points = places.map((id, at) => (id === entryId ? (ballot?.points?.[at] ?? 0) : 0));
  return t.yourPoints(points.reduce((sum, one) => sum + one, 0));
}
