import { type RequestHandler, Router } from 'express';
import { accepted } from '../../shared/ack.ts';
import { answer } from './answers.ts';
import type { WebParts } from './parts.ts';
import type { Unready } from './readiness.ts';

/**
 * For whoever watches over the server. `/healthz`: this process lives, whatever became of the store; whoever restarts what is
 * not healthy must not do so because Redis is away, and least of all because it is empty: a server that starts anew takes
 * an empty Redis for a new one. `/readyz`: it can serve, else 503 and why.
 */
export function health({ readiness, config: { version } }: Pick<WebParts, 'readiness' | 'config'>): Router {
  const alive: RequestHandler = (_request, response) => answer(response, accepted({ version }));
  const ready: RequestHandler = async (_request, response) => {
    const because = await readiness.lacks();
    response
      .status(because === null ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(because === null ? { ready: true, version } : { ready: false, because: SENTENCES[because] });
  };
  return Router().get('/healthz', alive).get('/readyz', ready);
}

/** Read by operators, in the language of the log. */
const SENTENCES: Readonly<Record<Unready, string>> = {
  stopping: 'this server stops',
  'store-silent': 'the store does not answer',
  'redis-emptied':
    'Redis was emptied: nothing is told or taken until what it held is restored, or every server starts anew',
};
