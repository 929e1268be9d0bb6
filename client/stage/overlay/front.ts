import { byPlace, type RoundScene, type Standing } from '../scene.ts';

/** At most `most` drafts for a small place: all in the maker's order, or those in front. */
export function frontOf(
  scene: RoundScene,
  most: number,
): { readonly standings: readonly Standing[]; readonly more: number } {
  const { standings, more, counted } = scene;
  if (standings.length <= most && more === 0) return { standings, more };
  const ordered = counted ? byPlace(standings) : standings;
  return { standings: ordered.slice(0, most - 1), more: more + standings.length - (most - 1) };
}
