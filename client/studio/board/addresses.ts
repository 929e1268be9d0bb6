import type { BoardHead } from '../../../shared/board-view.ts';

/** Where followers vote. */
export function voteAddress(publicUrl: string, { slug }: Pick<BoardHead, 'slug'>): string {
  return `${publicUrl}/b/${slug}`;
}

/** `K7PX2M` → `K7P-X2M`, as it is read aloud. */
export function spelledCode(joinCode: string): string {
  return `${joinCode.slice(0, 3)}-${joinCode.slice(3)}`;
}

export function stageAddress(origin: string, stageToken: string, overlay = false): string {
  return `${origin}/stage/${stageToken}${overlay ? '?overlay=1' : ''}`;
}

/** Behind `#`: browsers send that part to no server. */
export function makerAddress(publicUrl: string, secret: string): string {
  return `${publicUrl}/studio#link=${secret}`;
}

/** A link that only works on the machine that runs Mitwerk. */
export function isLocalOnly(publicUrl: string): boolean {
  return /^(localhost|127\..*|\[::1\])$/.test(new URL(publicUrl).hostname);
}

/** Without the scheme, as people type it. */
export function typedAddress(address: string): string {
  return address.replace(/^https?:\/\//, '');
}
