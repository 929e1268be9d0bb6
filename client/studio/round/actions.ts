import type { RoundView } from '../../../shared/board-view.ts';
import type { Draft } from '../../../shared/entry.ts';
import type { Command } from '../../lib/wire.ts';
import type { Upload } from './uploads.svelte.ts';

export type RoundChange = Omit<Command<'round:update'>, 'boardId' | 'roundId'>;
export type DraftChange = Partial<Omit<Draft, 'id'>>;

/** What a round on the run sheet can ask for. Saving tells whether it worked. */
export interface RoundActions {
  /** A new round is on its way. */
  readonly laying: boolean;
  update(round: RoundView, fields: RoundChange): Promise<boolean>;
  /** What is told to all phones while the round is open. `ask`: it needs a yes to that first. */
  settle(round: RoundView, fields: RoundChange): Promise<'done' | 'ask' | 'no'>;
  move(round: RoundView, to: number): void;
  copy(round: RoundView): void;
  again(round: RoundView): void;
  remove(round: RoundView): void;
}

/** What the drafts of a round can ask for. */
export interface DraftActions {
  /** A draft without a photo is on its way. */
  readonly adding: boolean;
  addFiles(round: RoundView, files: File[]): void;
  addBlank(round: RoundView): void;
  retry(upload: Upload): void;
  drop(upload: Upload): void;
  update(round: RoundView, draft: Draft, fields: DraftChange): Promise<boolean>;
  replacePicture(round: RoundView, draft: Draft, file: File): void;
  move(round: RoundView, draft: Draft, to: number): void;
  remove(round: RoundView, draft: Draft): void;
}
