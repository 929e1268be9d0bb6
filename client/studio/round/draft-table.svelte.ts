import type { BoardView, RoundView } from '../../../shared/board-view.ts';
import type { Draft, Picture } from '../../../shared/entry.ts';
import type { Command } from '../../lib/wire.ts';
import type { Commands } from '../commands.svelte.ts';
import { OneAtATime } from '../sending/one-at-a-time.svelte.ts';
import { boardWords, t } from '../words.ts';
import type { DraftActions, DraftChange } from './actions.ts';
import { draftTitle, freeTitle, outOfPlace } from './draft-title.ts';
import { sendPicture } from './send-picture.ts';
import { type Upload, Uploads } from './uploads.svelte.ts';

/** The drafts of all rounds of a board: laid down, changed, moved, taken away. */
export class DraftTable implements DraftActions {
  readonly uploads: Uploads;
  readonly #commands: Commands;
  readonly #view: () => BoardView | null;
  readonly #blank = new OneAtATime();
  /** Drafts described since a new photo was chosen for them. */
  readonly #described = new Set<string>();
  /** What is on its way and not in the view yet. */
  readonly #changing: { readonly draftId: string; readonly fields: DraftChange }[] = [];

  constructor(commands: Commands, view: () => BoardView | null, send = sendPicture) {
    this.#commands = commands;
    this.#view = view;
    this.uploads = new Uploads((upload, picture) => this.#placePicture(upload, picture), send);
  }

  addFiles(round: RoundView, files: File[]): void {
    this.uploads.add(round.id, files);
  }

  retry(upload: Upload): void {
    this.uploads.retry(upload);
  }

  drop(upload: Upload): void {
    this.uploads.drop(upload);
  }

  get adding(): boolean {
    return this.#blank.underWay;
  }

  addBlank(round: RoundView): void {
    const title = this.#freeTitle(round.id);
    void this.#blank.run(() => this.#add(round.id, [{ title, text: '', picture: null, alt: '' }]));
  }

  async update(round: RoundView, draft: Draft, fields: DraftChange): Promise<boolean> {
    const change = { draftId: draft.id, fields };
    if (fields.alt !== undefined) this.#described.add(draft.id);
    this.#changing.push(change);
    const ack = await this.#commands.run('draft:update', { ...this.#ref(round, draft), ...fields });
    this.#changing.splice(this.#changing.indexOf(change), 1);
    if (fields.alt !== undefined && !ack.ok) this.#described.delete(draft.id);
    return ack.ok;
  }

  replacePicture(round: RoundView, draft: Draft, file: File): void {
    this.#described.delete(draft.id);
    this.uploads.replace(round.id, draft.id, file);
  }

  async move(round: RoundView, draft: Draft, to: number): Promise<void> {
    const ack = await this.#commands.run('draft:move', { ...this.#ref(round, draft), to });
    if (ack.ok) await this.#reletter(round.id);
  }

  async remove(round: RoundView, draft: Draft): Promise<void> {
    const at = round.entries.indexOf(draft);
    const changes = this.#onTheWay(draft.id);
    const ack = await this.#commands.run('draft:remove', this.#ref(round, draft));
    if (!ack.ok) return;
    this.uploads.leave(draft.id);
    const last = { ...draft, ...changes };
    let tried: ReadonlySet<string> | null = null;
    const undo = () => {
      const before = tried;
      tried ??= new Set(this.#entries(round.id).map(({ id }) => id));
      return this.#putBack(round.id, last, at, before);
    };
    this.#commands.offerUndo(t().draftRemoved(last.title), undo);
    await this.#reletter(round.id);
  }

  /** `tried`: what lay there before the first try, which may have worked without an answer: what is back is not added again. */
  async #putBack(
    roundId: string,
    { id: _, ...fields }: Draft,
    at: number,
    tried: ReadonlySet<string> | null,
  ): Promise<boolean> {
    const isBack = ({ id, title }: Draft) => tried?.has(id) === false && title === fields.title;
    let draftId = this.#entries(roundId).find(isBack)?.id;
    if (draftId === undefined) {
      const ack = await this.#add(roundId, [fields]);
      if (!ack.ok) return false;
      draftId = ack.value.draftIds[0] ?? '';
    }
    const ref = { boardId: this.#boardId, roundId, draftId };
    await this.#commands.run('draft:move', { ...ref, to: at });
    await this.#reletter(roundId);
    return true;
  }

  /**
   * The view is ahead of the answer: a change is told before it is acknowledged. What lies there is read anew for each
   * title, and a draft that somebody is naming is left alone: the letter must not overwrite the name.
   */
  async #reletter(roundId: string): Promise<void> {
    for (const { id: draftId } of this.#entries(roundId)) {
      const entries = this.#entries(roundId);
      const titles = entries.map((draft) => draft.title);
      const due = outOfPlace(titles, this.#named).find(({ index }) => entries[index]?.id === draftId);
      if (!due || this.#onTheWay(draftId).title !== undefined) continue;
      const command = { boardId: this.#boardId, roundId, draftId, title: due.title };
      if (!(await this.#commands.run('draft:update', command)).ok) return;
    }
  }

  #placePicture({ roundId, draftId, file }: Upload, picture: Picture) {
    if (draftId !== null) {
      // The description was that of the old photo, unless it was written while the new one was on its way.
      const alt = this.#described.has(draftId) ? {} : { alt: '' };
      return this.#commands.run('draft:update', {
        boardId: this.#boardId,
        roundId,
        draftId,
        picture,
        ...alt,
      });
    }
    const title = draftTitle(file.name, this.#freeTitle(roundId));
    return this.#add(roundId, [{ title, text: '', picture, alt: '' }]);
  }

  #add(roundId: string, drafts: Command<'draft:add'>['drafts']) {
    return this.#commands.run('draft:add', { boardId: this.#boardId, roundId, drafts });
  }

  #onTheWay(draftId: string): DraftChange {
    const changes = this.#changing.filter((one) => one.draftId === draftId);
    return Object.assign({}, ...changes.map(({ fields }) => fields));
  }

  #freeTitle(roundId: string): string {
    const titles = this.#entries(roundId).map((draft) => draft.title);
    return freeTitle(titles, this.#named);
  }

  #entries(roundId: string): readonly Draft[] {
    return this.#view()?.rounds.find((round) => round.id === roundId)?.entries ?? [];
  }

  get #named(): (letter: string) => string {
    return boardWords(this.#view()?.head.language ?? 'de').draftNamed;
  }

  #ref(round: RoundView, draft: Draft) {
    return { boardId: this.#boardId, roundId: round.id, draftId: draft.id };
  }

  get #boardId(): string {
    return this.#view()?.head.id ?? '';
  }
}
