/**
 * Every "no" a person can be given. The list is closed: each has a German and an English sentence in
 * `messages/`, and that sentence says what to do next.
 */
export const REJECTIONS = [
  'command_invalid', // the command does not fit its schema
  'too_fast', // rate limit of one participant or maker
  'too_many_devices', // rate limit of new participants behind one address
  'not_found', // board, round, draft or picture does not exist
  'not_allowed', // needs the maker's session (or a valid stage token)
  'round_not_open', // no ballots yet: the round is still a draft
  'round_closed', // too late: the round is closed, or its end time has passed
  'run_over', // the round was reopened: this ballot belongs to an earlier run
  'ballot_invalid', // entries unknown, twice, too few or too many
  'round_needs_drafts', // opening needs `limit` drafts: two, or as many as a ballot must hold
  'other_round_open', // a board has one open round at a time
  'round_locked', // question, rule and drafts stay as they are once the round was opened: copy it instead
  'round_wrong_status', // e.g. revealing a round that is still open
  'results_hidden', // export or reveal before the round is closed
  'counts_seen', // closing a round with hidden results shows the maker the counts: it does not go on then
  'undo_too_late', // closing can be taken back for one minute only
  'needs_confirmation', // the rules would change while a round is open: say yes to that first
  'ideas_closed', // no new ideas now: not collected, or the collecting is over
  'idea_wrong_state', // e.g. folding what is merged, objecting to what is shown
  'objection_used', // an author objects once
  'reason_missing', // another choice than the winners, or a postponement, needs its reason
  'consent_outdated', // the consent's wording has changed: read it again
  'nothing_to_credit', // a name is left by who has voted or handed in an idea
  'board_exists', // restoring a board that is here already
  'archive_not_readable', // not an export of a whole board, broken, or too large
  'limit_reached', // too many rounds, drafts …
  'slug_taken', // the wished link belongs to another board
  'picture_too_large', // more than 25 MB
  'picture_not_readable', // not a JPEG, PNG or WebP, broken, or too many pixels
  'link_expired', // maker link unknown, used or older than 30 minutes
  'unavailable', // the server or its store has a fault: nothing was lost, try again
] as const;
export type RejectionCode = (typeof REJECTIONS)[number];

/** A "no" as it travels; `limit` is the number the sentence mentions, where it mentions one. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly limit?: number;
}

/** What every acknowledged event answers. */
export type Ack<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly no: Rejection };

export function accepted<T>(value: T): Ack<T> {
  return { ok: true, value };
}

export function rejected<T = never>(code: RejectionCode, limit?: number): Ack<T> {
  return { ok: false, no: limit === undefined ? { code } : { code, limit } };
}
