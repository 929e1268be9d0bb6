import type { BoardHead, RoundView } from '../../../shared/board-view.ts';

/** Where everybody reads what became of a round. */
export function outcomePath({ slug }: Pick<BoardHead, 'slug'>, round?: Pick<RoundView, 'id'>): string {
  return `/b/${encodeURIComponent(slug)}/ergebnis${round ? `#${encodeURIComponent(round.id)}` : ''}`;
}

/** The same page, and the window for printing at once. */
export function printPath(head: Pick<BoardHead, 'slug'>): string {
  return `${outcomePath(head)}?print`;
}

/** 1200 × 630 pixels with title, winner and bars. */
export function sharePicturePath(head: Pick<BoardHead, 'slug'>): string {
  return `${outcomePath(head)}.jpg`;
}
