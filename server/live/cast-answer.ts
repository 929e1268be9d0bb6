import type { BallotCast } from '../../shared/events.ts';
import { WHOLE_TALLY_ENTRIES } from '../../shared/tally.ts';
import type { Round } from '../domain/round.ts';
import { type StoredTally, tallyFor } from '../domain/tally.ts';
import type { BallotAnswer } from '../store/store.ts';

/** What whoever has voted gets to know: the ballot that counts, and the tally they may see now. */
export function castAnswer(
  round: Round,
  { answer, tally }: { readonly answer: BallotAnswer; readonly tally: StoredTally },
): BallotCast {
  const { ballot } = answer;
  // The tick brings it to all at once; a copy of thousands of counts for each tap would cost more than the taps.
  if (round.entries.length > WHOLE_TALLY_ENTRIES && round.results === 'live') return { ballot };
  const audience = ballot.entries.length > 0 ? 'voter' : 'follower';
  return { ballot, tally: tallyFor(round, tally, audience) };
}
