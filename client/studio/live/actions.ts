import type { RoundView, StageScene } from '../../../shared/board-view.ts';

/** What the live control bar can ask for. */
export interface LiveActions {
  addRound(): void;
  addFiles(round: RoundView, files: File[]): void;
  show(round: RoundView): void;
  open(round: RoundView): void;
  /** Starts or ends taking ideas; asks first where all phones are told. */
  collect(round: RoundView, collect: boolean): void;
  inbox(): void;
  scene(scene: StageScene | null): void;
  extend(round: RoundView): void;
  close(round: RoundView): void;
  reveal(round: RoundView): void;
  /** Opens the form for what is made after the vote. */
  decide(round: RoundView): void;
  undo(round: RoundView): void;
  share(): void;
}
