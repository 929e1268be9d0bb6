import type { Rejection } from '../../../shared/ack.ts';
import type { Picture } from '../../../shared/entry.ts';
import type { SendPhoto } from './send-photo.ts';

/** The one photo of an idea: on its way, there, or refused. */
export class Photo {
  readonly #send: SendPhoto;
  #file: File | null = null;
  #cancel = new AbortController();
  preview = $state<string | null>(null);
  progress = $state(0);
  picture = $state.raw<Picture | null>(null);
  no = $state.raw<Rejection | null>(null);
  readonly sending = $derived(this.preview !== null && this.picture === null && this.no === null);

  constructor(send: SendPhoto, picture: Picture | null) {
    this.#send = send;
    this.picture = picture;
  }

  /** The same file again would be refused again. */
  get hopeless(): boolean {
    return this.no?.code === 'picture_not_readable' || this.no?.code === 'picture_too_large';
  }

  async choose(file: File): Promise<void> {
    this.drop();
    this.#file = file;
    this.preview = URL.createObjectURL(file);
    await this.retry();
  }

  async retry(): Promise<void> {
    const file = this.#file;
    if (file === null) return;
    const cancel = new AbortController();
    this.#cancel = cancel;
    this.no = null;
    this.progress = 0;
    const ack = await this.#send(file, (share) => (this.progress = share), cancel.signal);
    if (cancel.signal.aborted) return;
    if (ack.ok) this.picture = ack.value;
    else this.no = ack.no;
  }

  drop(): void {
    this.#cancel.abort();
    if (this.preview !== null) URL.revokeObjectURL(this.preview);
    this.preview = null;
    this.#file = null;
    this.picture = null;
    this.no = null;
  }
}
