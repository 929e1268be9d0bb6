import type { StageScene } from '../../shared/board-view.ts';
import type { Board } from './board.ts';
import { change, type Decision, refuse } from './decision.ts';
import { isIdea } from './idea.ts';
import { findRound, type Round } from './round.ts';
import { isInSight } from './sight.ts';

/** [W1] `null`: the bars of the current round. */
export function showScene(board: Board, scene: StageScene | null): Decision {
  if (scene && scene.kind !== 'credits' && !findRound(board, scene.roundId)) return refuse('not_found');
  if (scene && !isThere(board, scene)) return refuse('round_wrong_status');
  return change({ kind: 'scene-shown', scene });
}

/** [W1] Back to the bars where the scene's subject is no longer to be seen, or another round has become the current one. */
export function sceneAfter(before: Board, after: Board): StageScene | null {
  const { scene, currentRoundId } = after;
  if (!scene || !isThere(after, scene)) return null;
  const isOfCurrent = scene.kind !== 'credits' && scene.roundId === currentRoundId;
  return currentRoundId === before.currentRoundId || isOfCurrent ? scene : null;
}

function isThere(board: Board, scene: StageScene): boolean {
  if (scene.kind === 'credits') return true;
  const round = findRound(board, scene.roundId);
  if (!round || !isInSight(board, round)) return false;
  switch (scene.kind) {
    case 'wall':
      return round.ideas !== null;
    case 'idea':
      return isShown(round, scene.ideaId);
    case 'outcome':
      return round.outcome !== null;
  }
}

function isShown({ entries }: Round, ideaId: string): boolean {
  const idea = entries.find(({ id }) => id === ideaId);
  return idea !== undefined && isIdea(idea) && idea.state === 'shown';
}
