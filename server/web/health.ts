import type { RequestHandler } from 'express';
import { accepted } from '../../shared/ack.ts';
import { answer } from './answers.ts';
import type { WebParts } from './parts.ts';

/** For whoever watches over the server: 200 as long as the store answers. */
export function health({ store, config }: Pick<WebParts, 'store' | 'config'>): RequestHandler {
  return async (_request, response) => {
    await store.hasMaker();
    answer(response, accepted({ version: config.version }));
  };
}
