import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';

/** `GET /metrics`, for Express and for a server of its own. With a token: only for whoever names it. */
export function metricsPage(metrics: Metrics, token: string | null, log: Log): RequestListener {
  return (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    if (request.method !== 'GET' || !/^\/metrics(\?|$)/.test(request.url ?? '')) {
      response.writeHead(404).end();
    } else if (token !== null && !isBearer(request.headers.authorization, token)) {
      response.writeHead(401, { 'WWW-Authenticate': 'Bearer' }).end();
    } else {
      metrics.text().then(
        (text) => response.writeHead(200, { 'Content-Type': metrics.contentType }).end(text),
        (error: unknown) => {
          log.error({ error }, 'figures could not be read');
          response.writeHead(503).end();
        },
      );
    }
  };
}

/** Compared as hashes: how long it takes tells nothing about the token. */
function isBearer(authorization: string | undefined, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${token}`));
}
