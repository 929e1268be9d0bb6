import { LIMITS } from '../../../shared/limits.ts';
import type { Keep } from '../../lib/keep.ts';

const keyOf = (ideaId: string) => `mitwerk.objection.${ideaId}`;

/** The objection that was begun to the folding of this idea; empty: none. */
export function readObjection(keep: Keep, ideaId: string): string {
  return keep.read(keyOf(ideaId))?.slice(0, LIMITS.sentence) ?? '';
}

/** An empty one is forgotten. */
export function keepObjection(keep: Keep, ideaId: string, sentence: string): void {
  keep.write(keyOf(ideaId), sentence || null);
}
