import { mixed } from '../../shared/mixed.ts';

/**
 * FNV-1a of a participant's id, mixed: tells nobody the id, and is the same on every visit. Ideas are put in order by
 * it, and bare FNV puts ids of the same beginning in few orders. 32 bits, unsigned.
 */
export function shuffleSeed(participant: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < participant.length; i += 1) {
    hash = Math.imul(hash ^ participant.charCodeAt(i), 0x01000193);
  }
  return mixed(hash);
}
