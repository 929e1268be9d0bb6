import { type Ack, rejected } from '../../../shared/ack.ts';
import { RESTORE_PATH } from './paths.ts';

/** Where the restored board is. */
export interface Restored {
  readonly boardId: string;
  readonly slug: string;
}

/** Sends a ZIP to be restored; `onprogress` tells how much of it has left this device, 0..1. */
export function sendArchive(
  zip: Blob,
  onprogress: (share: number) => void,
  signal: AbortSignal,
): Promise<Ack<Restored>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', RESTORE_PATH);
    request.setRequestHeader('content-type', 'application/zip');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onprogress(event.loaded / event.total);
    };
    request.onload = () => resolve(readAck(request.responseText));
    request.onerror = request.ontimeout = request.onabort = () => resolve(rejected('unavailable'));
    request.timeout = 15 * 60_000;
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(zip);
  });
}

/** Something in between may answer with a page of its own. */
export function readAck(text: string): Ack<Restored> {
  try {
    const ack: unknown = JSON.parse(text);
    if (typeof ack === 'object' && ack !== null && 'ok' in ack) return ack as Ack<Restored>;
  } catch {
    // Not an Ack.
  }
  return rejected('unavailable');
}
