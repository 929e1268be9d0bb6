import type { Ack } from '../../shared/ack.ts';
import type { BallotCast } from '../../shared/events.ts';
import { sharedJson } from './shared-json.ts';

/** [J3] The answers to the ballots of one commit share the JSON of its tally. */
export function castJson(ack: Ack<BallotCast>): string {
  if (!ack.ok || !ack.value.tally?.counts) return JSON.stringify(ack);
  const { ballot, tally } = ack.value;
  return `{"ok":true,"value":{"ballot":${JSON.stringify(ballot)},"tally":${sharedJson(tally)}}}`;
}
