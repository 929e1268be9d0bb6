/** Where in the studio one is: the list of boards, or one board by its slug. */
export type Place = { readonly at: 'boards' } | { readonly at: 'board'; readonly slug: string };

export function placeOf(pathname: string): Place {
  const slug = /^\/studio\/b\/([^/]+)\/?$/.exec(pathname)?.[1];
  return slug === undefined ? { at: 'boards' } : { at: 'board', slug: decodeURIComponent(slug) };
}

export function pathOf(place: Place): string {
  return place.at === 'boards' ? '/studio' : `/studio/b/${encodeURIComponent(place.slug)}`;
}
