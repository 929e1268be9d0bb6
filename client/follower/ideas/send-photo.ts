import type { Ack } from '../../../shared/ack.ts';
import type { Picture } from '../../../shared/entry.ts';
import { DEVICE_KEY, type Keep } from '../../lib/keep.ts';
import { putPicture } from '../../lib/put-picture.ts';

/** The server makes it no larger than this; on a bad line every byte counts. */
const LONGER_SIDE = 1600;
const SMALL_BYTES = 600_000;

export type SendPhoto = (
  file: Blob,
  onprogress: (share: number) => void,
  signal: AbortSignal,
) => Promise<Ack<Picture>>;

/** How this device sends a photo for an idea of the board. */
export function photoSender(boardId: string, keep: Keep): SendPhoto {
  return async (file, onprogress, signal) => {
    const device = keep.read(DEVICE_KEY);
    return putPicture(`/api/boards/${boardId}/idea-pictures`, await smaller(file), {
      headers: device === null ? {} : { 'x-device': device },
      onprogress,
      signal,
    });
  };
}

/** The photo in the size that is shown, also of kinds only this device can read; as it is where that fails. */
async function smaller(file: Blob): Promise<Blob> {
  if (file.size <= SMALL_BYTES && !/hei[cf]/i.test(file.type)) return file;
  try {
    const photo = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGER_SIDE / Math.max(photo.width, photo.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(photo.width * scale);
    canvas.height = Math.round(photo.height * scale);
    canvas.getContext('2d')?.drawImage(photo, 0, 0, canvas.width, canvas.height);
    photo.close();
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.88));
    return drawn !== null && drawn.size < file.size ? drawn : file;
  } catch {
    return file;
  }
}
