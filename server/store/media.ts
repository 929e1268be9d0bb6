/** Where renditions of pictures are kept, by a name that is their content: written once, never changed. */
export interface MediaStore {
  /** Keeps the bytes under the name; keeping the same name again changes nothing. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** `null` if there is no such rendition. */
  read(name: string): Promise<Uint8Array | null>;
}
