import type { Response } from 'express';
import { type Ack, type RejectionCode, rejected } from '../../shared/ack.ts';

const STATUS: Partial<Record<RejectionCode, number>> = {
  not_found: 404,
  not_allowed: 403,
  link_expired: 403,
  results_hidden: 403,
  ideas_closed: 403,
  board_exists: 409,
  slug_taken: 409,
  round_wrong_status: 409,
  archive_not_readable: 415,
  picture_too_large: 413,
  picture_not_readable: 415,
  too_fast: 429,
  too_many_devices: 429,
  unavailable: 503,
};

/** Every answer of `/api` is an Ack; its HTTP status fits. */
export function answer<T>(response: Response, ack: Ack<T>): void {
  response
    .status(ack.ok ? 200 : (STATUS[ack.no.code] ?? 400))
    .set('Cache-Control', 'no-store')
    .json(ack);
}

export function refuse(response: Response, code: RejectionCode, limit?: number): void {
  answer(response, rejected(code, limit));
}
