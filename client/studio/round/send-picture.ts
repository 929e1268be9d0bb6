import { type Ack, rejected } from '../../../shared/ack.ts';
import type { Picture } from '../../../shared/entry.ts';
import { LIMITS } from '../../../shared/limits.ts';

/** What the server reads. Named like this, an iPhone turns its HEIC photos into JPEG while picking. */
export const PICTURE_TYPES = 'image/jpeg,image/png,image/webp';

/** Photos the server cannot read although they are photos: told before the long way up. */
export function isHeic(file: { readonly name: string; readonly type: string }): boolean {
  return /hei[cf]/i.test(file.type) || /\.hei[cf]$/i.test(file.name);
}

/** Sends a picture's bytes; `fetch` cannot tell how far an upload is, so this is an XMLHttpRequest. */
export function sendPicture(
  file: Blob,
  onprogress: (share: number) => void,
  signal: AbortSignal,
): Promise<Ack<Picture>> {
  if (file.size > LIMITS.pictureBytes) return Promise.resolve(rejected('picture_too_large'));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', '/api/pictures');
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onprogress(event.loaded / event.total);
    };
    request.onload = () => resolve(readAck(request.responseText));
    request.onerror = request.ontimeout = request.onabort = () => resolve(rejected('unavailable'));
    request.timeout = 5 * 60_000;
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function readAck(text: string): Ack<Picture> {
  try {
    return JSON.parse(text) as Ack<Picture>;
  } catch {
    return rejected('unavailable');
  }
}
