import type { BoardView, RoundView } from '../../../shared/board-view.ts';
import { ranking } from '../ideas/wall.ts';
import type { StageAction } from './keys.ts';
import type { Step } from './steering.ts';

/** What a key puts on the stage. The key of a scene that is there already takes it away, as Escape does with any. */
export function sceneStep(action: StageAction, view: BoardView): Step | null {
  const { scene } = view.head;
  const back: Step = { ask: 'stage:show', scene: null };
  if (action === 'leave') return scene && back;
  if (action === scene?.kind) return back;
  if (action === 'credits') return { ask: 'stage:show', scene: { kind: 'credits' } };
  if (action === 'outcome') return showOutcome(view);
  const ideas = roundOfIdeas(view);
  if (action === 'wall')
    return ideas ? { ask: 'stage:show', scene: { kind: 'wall', roundId: ideas.id } } : { say: 'no-ideas' };
  if (!action.startsWith('spotlight-')) return null;
  if (!ideas) return { say: 'no-ideas' };
  const ranked = ranking(ideas, 9)[Number(action.slice('spotlight-'.length)) - 1];
  if (!ranked) return { say: 'no-ranking' };
  return { ask: 'stage:show', scene: { kind: 'idea', roundId: ideas.id, ideaId: ranked.idea.id } };
}

/** The decision of the round on show, else the latest one. */
function showOutcome({ head, rounds }: BoardView): Step {
  const decided = rounds.filter(({ outcome }) => outcome !== null);
  const latest = [...decided].sort(
    (a, b) => (b.outcome?.publishedAt ?? 0) - (a.outcome?.publishedAt ?? 0),
  )[0];
  const round = decided.find(({ id }) => id === head.currentRoundId) ?? latest;
  if (!round) return { say: 'no-outcome' };
  return { ask: 'stage:show', scene: { kind: 'outcome', roundId: round.id } };
}

/** The ideas on the stage, else those of the current round, else the last ones that were shown. */
function roundOfIdeas({ head, rounds }: BoardView): RoundView | undefined {
  const { scene, currentRoundId } = head;
  const ideas = rounds.filter(({ kind, run, id }) => kind === 'ideas' && (run > 0 || id === currentRoundId));
  const shown = scene && 'roundId' in scene ? scene.roundId : currentRoundId;
  return (
    ideas.find(({ id }) => id === shown) ??
    ideas.find(({ id }) => id === currentRoundId) ??
    ideas[ideas.length - 1]
  );
}
