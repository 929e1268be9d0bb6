import type { BoardView, RoundView, StageScene } from '../../../shared/board-view.ts';
import { t } from '../words.ts';

/** Something the stage can show. `key` tells them apart. */
export interface StageChoice {
  readonly key: string;
  readonly scene: StageScene | null;
  readonly name: string;
  /** The name is somebody's words, in the board's language. */
  readonly written: boolean;
}

/** What the stage can show at this round, what it shows now among it; the bars come first. */
export function stageChoices(view: BoardView, round: RoundView | null): readonly StageChoice[] {
  const { scene, currentRoundId } = view.head;
  // [W1] Rounds that are neither current nor were ever opened are not there for the stage.
  const there = round && (round.run > 0 || round.id === currentRoundId) ? round : null;
  const possible: readonly (StageScene | null)[] = [
    null,
    ...(there?.ideas ? [{ kind: 'wall', roundId: there.id } as const] : []),
    ...(there?.outcome ? [{ kind: 'outcome', roundId: there.id } as const] : []),
    ...(view.credits.length > 0 ? [{ kind: 'credits' } as const] : []),
  ];
  const isOffered = possible.some((one) => keyOf(one) === keyOf(scene));
  return (isOffered ? possible : [...possible, scene]).map((one) => ({
    key: keyOf(one),
    scene: one,
    name: nameOf(view, one, round),
    written: one?.kind === 'idea',
  }));
}

export function keyOf(scene: StageScene | null): string {
  if (scene === null) return 'bars';
  if (scene.kind === 'credits') return scene.kind;
  return scene.kind === 'idea' ? `idea ${scene.ideaId}` : `${scene.kind} ${scene.roundId}`;
}

function nameOf({ rounds }: BoardView, scene: StageScene | null, atHand: RoundView | null): string {
  const { stageBars, stageWall, stageOutcome, stageOutcomeOf, stageCredits } = t().decisions;
  switch (scene?.kind) {
    case undefined:
      return stageBars;
    case 'wall':
      return stageWall;
    case 'credits':
      return stageCredits;
    case 'outcome':
      return scene.roundId === atHand?.id
        ? stageOutcome
        : stageOutcomeOf(rounds.findIndex(({ id }) => id === scene.roundId) + 1);
    case 'idea': {
      const round = rounds.find(({ id }) => id === scene.roundId);
      return round?.entries.find(({ id }) => id === scene.ideaId)?.title ?? stageWall;
    }
  }
}
