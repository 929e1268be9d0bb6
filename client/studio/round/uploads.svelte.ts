import type { Ack, Rejection } from '../../../shared/ack.ts';
import type { Picture } from '../../../shared/entry.ts';
import { isHeic, sendPicture } from './send-picture.ts';

/** Why a photo did not become a draft: the server's "no", or what this page knows by itself. */
export type UploadFault = Rejection | 'heic' | 'interrupted';

/** One photo on its way from the maker's device to a draft: a new one, or `draftId`, whose photo it replaces. */
export class Upload {
  readonly id: number;
  readonly file: File;
  readonly roundId: string;
  readonly draftId: string | null;
  readonly preview: string;
  progress = $state(0);
  state = $state<'waiting' | 'sending' | 'refused'>('waiting');
  fault = $state.raw<UploadFault | null>(null);
  readonly cancel = new AbortController();

  constructor(id: number, file: File, roundId: string, draftId: string | null) {
    this.id = id;
    this.file = file;
    this.roundId = roundId;
    this.draftId = draftId;
    this.preview = URL.createObjectURL(file);
  }
}

type Place = (upload: Upload, picture: Picture) => Promise<Ack<unknown>>;

const AT_ONCE = 2;

/** Photos being sent; a few at once, yet their drafts are added in the order in which they were dropped. */
export class Uploads {
  #all = $state.raw<readonly Upload[]>([]);
  #lastId = 0;
  #sending = 0;
  readonly #waiting: (() => void)[] = [];
  #adding: Promise<unknown> = Promise.resolve();
  readonly #send: typeof sendPicture;
  readonly #place: Place;

  constructor(place: Place, send: typeof sendPicture = sendPicture) {
    this.#place = place;
    this.#send = send;
  }

  of(roundId: string): readonly Upload[] {
    return this.#all.filter((upload) => upload.roundId === roundId);
  }

  /** Photos of a round that may still arrive. */
  coming(roundId: string): number {
    return this.of(roundId).filter(({ state }) => state !== 'refused').length;
  }

  get busy(): boolean {
    return this.#all.some((upload) => upload.state !== 'refused');
  }

  add(roundId: string, files: Iterable<File>): void {
    this.#begin([...files].map((file) => new Upload(this.#nextId(), file, roundId, null)));
  }

  /** A photo chosen meanwhile for the same draft takes the place of the one under way. */
  replace(roundId: string, draftId: string, file: File): void {
    this.leave(draftId);
    this.#begin([new Upload(this.#nextId(), file, roundId, draftId)]);
  }

  /** Nothing more is sent for this draft. */
  leave(draftId: string): void {
    for (const upload of this.#all.filter((one) => one.draftId === draftId)) this.drop(upload);
  }

  retry(upload: Upload): void {
    upload.fault = null;
    upload.progress = 0;
    upload.state = 'waiting';
    this.#queue(upload);
  }

  drop(upload: Upload): void {
    upload.cancel.abort();
    this.#all = this.#all.filter((one) => one !== upload);
    URL.revokeObjectURL(upload.preview);
  }

  #begin(uploads: readonly Upload[]): void {
    this.#all = [...this.#all, ...uploads];
    for (const upload of uploads) this.#queue(upload);
  }

  #queue(upload: Upload): void {
    const sent = this.#turn().then(() => this.#sendOne(upload));
    this.#adding = this.#adding.then(async () => {
      const picture = await sent;
      if (picture && !upload.cancel.signal.aborted)
        await this.#settle(upload, await this.#place(upload, picture));
    });
  }

  async #sendOne(upload: Upload): Promise<Picture | null> {
    try {
      if (upload.cancel.signal.aborted) return null;
      if (isHeic(upload.file)) return this.#refuse(upload, 'heic');
      upload.state = 'sending';
      const ack = await this.#send(upload.file, (share) => (upload.progress = share), upload.cancel.signal);
      if (ack.ok) return ack.value;
      return this.#refuse(upload, ack.no.code === 'unavailable' ? 'interrupted' : ack.no);
    } finally {
      this.#endTurn();
    }
  }

  #settle(upload: Upload, ack: Ack<unknown>): void {
    if (ack.ok) this.drop(upload);
    else this.#refuse(upload, ack.no);
  }

  #refuse(upload: Upload, fault: UploadFault): null {
    upload.fault = fault;
    upload.state = 'refused';
    return null;
  }

  async #turn(): Promise<void> {
    if (this.#sending >= AT_ONCE) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#sending += 1;
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** Hands the turn to the next photo, or gives it back. */
  #endTurn(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#sending -= 1;
  }
}
