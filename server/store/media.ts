import type { Time } from '../../shared/board-view.ts';

/** Where renditions of pictures are kept, by a name that is their content: written once, never changed. */
export interface MediaStore {
  /** Keeps the bytes under the name; keeping the same name again makes it as young as new. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** `null` if there is no such rendition. */
  read(name: string): Promise<Uint8Array | null>;
  /** Every rendition and when it was last put, by this machine's clock. */
  list(): Promise<readonly MediaFile[]>;
  /** Removing what is not there is no fault. */
  remove(name: string): Promise<void>;
}

export interface MediaFile {
  readonly name: string;
  readonly at: Time;
}
