import type { Rejection, RejectionCode } from '../../shared/ack.ts';
import type { Change } from './change.ts';

/**
 * What a rule says to a command: a change to commit, or a "no" from the closed list. `null`: it was done already, and
 * is answered as it was then.
 */
export type Decision =
  { readonly ok: true; readonly change: Change | null } | { readonly ok: false; readonly no: Rejection };

export const UNCHANGED: Decision = { ok: true, change: null };

export function change(change: Change): Decision {
  return { ok: true, change };
}

export function refuse(code: RejectionCode, limit?: number): Decision {
  return { ok: false, no: limit === undefined ? { code } : { code, limit } };
}
