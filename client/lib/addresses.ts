import type { BoardHead } from '../../shared/board-view.ts';

/** Where followers vote. */
export function voteAddress(publicUrl: string, { slug }: Pick<BoardHead, 'slug'>): string {
  return `${publicUrl}/b/${slug}`;
}

/** The page of what became of a board, by the address where followers vote. */
export function outcomeAddress(voteUrl: string): string {
  return `${voteUrl}/ergebnis`;
}

/** As people type it: without the scheme and the slash at the end. */
export function typedAddress(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
