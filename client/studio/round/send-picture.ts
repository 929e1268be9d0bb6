import type { Ack } from '../../../shared/ack.ts';
import type { Picture } from '../../../shared/entry.ts';
import { putPicture } from '../../lib/put-picture.ts';

/** What the server reads. Named like this, an iPhone turns its HEIC photos into JPEG while picking. */
export const PICTURE_TYPES = 'image/jpeg,image/png,image/webp';

/** Photos the server cannot read although they are photos: told before the long way up. */
export function isHeic(file: { readonly name: string; readonly type: string }): boolean {
  return /hei[cf]/i.test(file.type) || /\.hei[cf]$/i.test(file.name);
}

/** Sends a picture to the maker's place. */
export function sendPicture(
  file: Blob,
  onprogress: (share: number) => void,
  signal: AbortSignal,
): Promise<Ack<Picture>> {
  return putPicture('/api/pictures', file, { onprogress, signal });
}
