import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { RejectionCode } from '../../shared/ack.ts';
import type { Log } from '../ops/log.ts';
import { refuse } from './answers.ts';
import { readersLanguage } from './language.ts';
import { isOverlay } from './security.ts';
import { SENTENCE_POLICY, sentencePage } from './sentence-page.ts';
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
    if (code === 'unavailable') return sendLater(request, response);
    const language = readersLanguage(request);
    const { notFound, toStart } = serverTexts(language);
    send(
      response.status(400),
      sentencePage({ language, title: notFound, link: { href: '/', text: toStart } }),
    );
  };
}

/**
 * A page that comes back by itself: who scanned the code in a bad moment gets in without a hand. Not all of them at once.
 * The overlay does so unseen: it lies over a stream.
 */
export function sendLater(request: Request, response: Response): void {
  if (request.method === 'GET') response.set('Refresh', String(3 + Math.floor(Math.random() * 4)));
  response.status(503);
  if (isOverlay(request.originalUrl)) {
    send(response, '<!doctype html><title>Mitwerk</title>\n');
    return;
  }
  const language = readersLanguage(request);
  const { fault, faultText, again } = serverTexts(language);
  send(response, sentencePage({ language, title: fault, text: faultText, link: { href: '', text: again } }));
}

function send(response: Response, html: string): void {
  response
    .type('html')
    .set('Cache-Control', 'no-store')
    .set('Content-Security-Policy', SENTENCE_POLICY)
    .send(html);
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
