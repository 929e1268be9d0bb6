import type { RoundView } from '../../../shared/board-view.ts';

/** What the live control bar can ask for. */
export interface LiveActions {
  addRound(): void;
  addFiles(round: RoundView, files: File[]): void;
  show(round: RoundView): void;
  open(round: RoundView): void;
  extend(round: RoundView): void;
  close(round: RoundView): void;
  reveal(round: RoundView): void;
  undo(round: RoundView): void;
  share(): void;
}
