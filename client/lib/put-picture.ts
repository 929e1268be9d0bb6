import { type Ack, rejected } from '../../shared/ack.ts';
import type { Picture } from '../../shared/entry.ts';
import { LIMITS } from '../../shared/limits.ts';

export interface PutOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly onprogress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a picture's bytes; `fetch` cannot tell how far an upload is, so this is an XMLHttpRequest. */
export function putPicture(path: string, file: Blob, options: PutOptions): Promise<Ack<Picture>> {
  const { headers = {}, onprogress, signal } = options;
  if (file.size > LIMITS.pictureBytes) return Promise.resolve(rejected('picture_too_large'));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', path);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
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
