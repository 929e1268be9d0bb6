import { byPlace, type RoundScene, type Scene, type Standing } from '../scene.ts';

/** The two that stand against each other, and those behind them. */
export interface Facing {
  readonly left: Standing;
  readonly right: Standing;
  readonly others: readonly Standing[];
}

/** The two in front; `null`: nothing is counted, or there is nobody to face. */
export function facing(scene: RoundScene): Facing | null {
  const [left, right, ...others] = byPlace(scene.standings);
  return scene.counted && left && right ? { left, right, others } : null;
}

/** The two in front of a round of duels; at the reveal the winner comes forward instead. */
export function duelIn(scene: Scene): Facing | null {
  if (!('winners' in scene) || scene.kind === 'revealed') return null;
  return scene.round.rule.kind === 'duel' ? facing(scene) : null;
}
