import type { Rejection, RejectionCode } from '../../shared/ack.ts';
import type { Change } from './change.ts';

/** What a rule says to a command: a change to commit, or a "no" from the closed list. */
export type Decision =
  { readonly ok: true; readonly change: Change } | { readonly ok: false; readonly no: Rejection };

export function change(change: Change): Decision {
  return { ok: true, change };
}

export function refuse(code: RejectionCode, limit?: number): Decision {
  return { ok: false, no: limit === undefined ? { code } : { code, limit } };
}
