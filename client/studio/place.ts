/** The places of a board in the studio; each has its own address. */
export const BOARD_PARTS = ['sheet', 'inbox', 'archive'] as const;
export type BoardPart = (typeof BOARD_PARTS)[number];

/** Where in the studio one is: the list of boards, or a part of one board by its slug. */
export type Place =
  { readonly at: 'boards' } | { readonly at: 'board'; readonly slug: string; readonly part: BoardPart };

export function placeOf(pathname: string): Place {
  const [, slug, part] = /^\/studio\/b\/([^/]+)(?:\/([^/]+))?\/?$/.exec(pathname) ?? [];
  if (slug === undefined) return { at: 'boards' };
  const known = BOARD_PARTS.find((one) => one === part) ?? 'sheet';
  return { at: 'board', slug: decodeURIComponent(slug), part: known };
}

export function pathOf(place: Place): string {
  if (place.at === 'boards') return '/studio';
  const board = `/studio/b/${encodeURIComponent(place.slug)}`;
  return place.part === 'sheet' ? board : `${board}/${place.part}`;
}
