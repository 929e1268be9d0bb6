import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { RejectionCode } from '../../shared/ack.ts';
import type { Log } from '../ops/log.ts';
import { refuse } from './answers.ts';
import { readersLanguage } from './language.ts';
import { escapeHtml } from './shell.ts';
import { serverTexts } from './texts.ts';

export const nothingThere: RequestHandler = (_request, response) => refuse(response, 'not_found');

/**
 * What a handler threw. The asker's own faults (broken JSON, a broken address) are no news; everything else is logged,
 * by route and without what was sent, and answered honestly.
 */
export function faults(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const code = codeOf(error);
    if (code === 'unavailable')
      log.error({ error, method: request.method, area: areaOf(request) }, 'request failed');
    if (response.headersSent) return next(error);
    if (request.path.startsWith('/api/')) return refuse(response, code);
    const { fault, notFound } = serverTexts(readersLanguage(request));
    const isOurs = code === 'unavailable';
    response
      .status(isOurs ? 503 : 400)
      .type('html')
      .set('Cache-Control', 'no-store');
    // A phone that scanned the code during an outage gets in without its owner; not all of them at once.
    if (isOurs && request.method === 'GET')
      response.set('Refresh', String(3 + Math.floor(Math.random() * 4)));
    response.send(
      `<!doctype html><meta charset="utf-8"><title>Mitwerk</title><p>${escapeHtml(isOurs ? fault : notFound)}</p>\n`,
    );
  };
}

/** Express and its parsers mark what the asker did wrong with a status below 500. */
function codeOf(error: unknown): RejectionCode {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? 'command_invalid' : 'unavailable';
}

/** The first part of the path only: further ones may be a stage token. */
function areaOf(request: Request): string {
  return request.path.split('/', 2)[1] ?? '';
}
