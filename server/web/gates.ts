import type { Request, RequestHandler, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { MakerAccess } from '../access/maker.ts';
import { originKind } from '../access/origin.ts';
import { sourceOf } from '../access/source.ts';
import { refuse } from './answers.ts';

/** Lets requests from one address through `points` times in `seconds`, and answers the others. */
export function paced(points: number, seconds: number, tell = tooFast): RequestHandler {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (request, response, next) => {
    try {
      await limiter.consume(sourceOf(request.ip));
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      response.set('Retry-After', String(Math.ceil(reason.msBeforeNext / 1000)));
      return tell(request, response);
    }
    next();
  };
}

function tooFast(_request: Request, response: Response): void {
  refuse(response, 'too_fast');
}

/** Whatever changes something must come from a page of ours, so that no other site can use the maker's cookie. */
export function fromOwnPage(publicUrl: () => string): RequestHandler {
  return ({ headers }, response, next) => {
    if (originKind(headers.origin, headers.host, publicUrl()) === 'own') next();
    else refuse(response, 'not_allowed');
  };
}

export function makerOnly(makers: MakerAccess): RequestHandler {
  return async (request, response, next) => {
    if (await makers.allows(request.headers.cookie)) next();
    else refuse(response, 'not_allowed');
  };
}
