import type { BoardHead } from '../../shared/board-view.ts';

/** Where followers vote. */
export function voteAddress(publicUrl: string, { slug }: Pick<BoardHead, 'slug'>): string {
  return `${publicUrl}/b/${slug}`;
}

/** As people type it: without the scheme and the slash at the end. */
export function typedAddress(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
