import { isSure } from '../../../lib/certainty.ts';
import type { Standing } from '../../../lib/standing.ts';

/** How far the place of an entry can be trusted. The words are in the catalogue by these names. */
export type Verdict = 'ahead' | 'aheadUnsure' | 'aheadTied' | 'close' | 'behind';

export function verdict(one: Standing, all: readonly Standing[]): Verdict {
  const first = all.filter((other) => other.first);
  if (one.first && first.length > 1) return 'aheadTied';
  if (one.first) return isSure(all) ? 'ahead' : 'aheadUnsure';
  const front = Math.min(...first.map(({ low }) => low ?? 0));
  return (one.high ?? 1) >= front ? 'close' : 'behind';
}
