import { LIMITS } from '../../../shared/limits.ts';
import type { Keep } from '../../lib/keep.ts';
import { type Begun, keepBegun, NOTHING, readBegun } from './kept-idea.ts';
import { Photo } from './photo.svelte.ts';
import type { SendPhoto } from './send-photo.ts';

/** Few enough to be worth a thought. */
const COUNTED_FROM = 20;

/** An idea that is being written; it outlives a reload. */
export class Writing {
  readonly #keep: Keep;
  readonly #roundId: string;
  readonly #send: SendPhoto;
  #title = $state('');
  #text = $state('');
  #photo = $state.raw<Photo | null>(null);
  /** The field for details was asked for. */
  open = $state(false);

  constructor(keep: Keep, roundId: string, send: SendPhoto) {
    this.#keep = keep;
    this.#roundId = roundId;
    this.#send = send;
    this.#show(readBegun(keep, roundId));
  }

  get title(): string {
    return this.#title;
  }

  set title(title: string) {
    this.#title = title.replace(/\s*\n\s*/g, ' ').slice(0, LIMITS.ideaTitle);
    this.#remember();
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text.slice(0, LIMITS.ideaText);
    this.#remember();
  }

  get photo(): Photo | null {
    return this.#photo;
  }

  /** Characters that are left in the title, once that matters. */
  get left(): number | null {
    const left = LIMITS.ideaTitle - this.#title.length;
    return left <= COUNTED_FROM ? left : null;
  }

  /** There is something in it. */
  get started(): boolean {
    return this.#title !== '' || this.#text !== '' || this.#photo !== null;
  }

  get begun(): Begun {
    return { title: this.#title, text: this.#text, picture: this.#photo?.picture ?? null };
  }

  async choosePhoto(file: File): Promise<void> {
    this.#photo ??= new Photo(this.#send, null);
    await this.#photo.choose(file);
    this.#remember();
  }

  async retryPhoto(): Promise<void> {
    await this.#photo?.retry();
    this.#remember();
  }

  dropPhoto(): void {
    this.#photo?.drop();
    this.#photo = null;
    this.#remember();
  }

  /** The words of an idea that did not arrive come back into the field. */
  take(begun: Begun): void {
    this.dropPhoto();
    this.#show(begun);
    this.#remember();
  }

  clear(): void {
    this.take(NOTHING);
    this.open = false;
  }

  #show({ title, text, picture }: Begun): void {
    this.#title = title;
    this.#text = text;
    this.open = text !== '';
    this.#photo = picture && new Photo(this.#send, picture);
  }

  #remember(): void {
    keepBegun(this.#keep, this.#roundId, this.begun);
  }
}
