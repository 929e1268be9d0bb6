import { fnv1a, mixed } from '../../shared/hash.ts';

/**
 * FNV-1a of a participant's id, mixed: tells nobody the id, and is the same on every visit. Ideas are put in order by
 * it, and bare FNV puts ids of the same beginning in few orders. 32 bits, unsigned.
 */
export function shuffleSeed(participant: string): number {
  return mixed(fnv1a(participant));
}
