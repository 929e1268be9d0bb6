/** Which rows of a long list stand on the page, and how much room the others take above and below, in pixels. */
export interface ListWindow {
  readonly first: number;
  /** Behind the last one that is shown. */
  readonly end: number;
  readonly above: number;
  readonly below: number;
}

/** `from` and `to` are measured from the top of the list; rows that touch them are shown. */
export function windowOf(heights: readonly number[], from: number, to: number): ListWindow {
  let top = 0;
  let first = 0;
  while (first < heights.length && top + (heights[first] ?? 0) < from) {
    top += heights[first] ?? 0;
    first += 1;
  }
  let bottom = top;
  let end = first;
  while (end < heights.length && bottom < to) {
    bottom += heights[end] ?? 0;
    end += 1;
  }
  let below = 0;
  for (let index = end; index < heights.length; index++) below += heights[index] ?? 0;
  return { first, end, above: top, below };
}
