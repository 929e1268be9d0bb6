import type { RequestHandler } from 'express';

/** What few ask for is loaded when the first does: most servers never pack a board, and start without what that takes. */
export function later(load: () => Promise<RequestHandler>): RequestHandler {
  let loading: Promise<RequestHandler> | null = null;
  return (request, response, next) => {
    loading ??= load();
    loading.then((handler) => handler(request, response, next)).catch(next);
  };
}
