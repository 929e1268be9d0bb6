import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Clock } from '../ops/clock.ts';
import { AllowancePerParticipant } from './allowance.ts';
import type { Limit, Limits, Pace } from './limits.ts';

/** Limits of one process. */
export class MemoryLimits implements Limits {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  window(_name: string, most: number, seconds: number): Limit {
    const limiter = new RateLimiterMemory({ points: most, duration: seconds });
    return {
      take: (source) =>
        limiter.consume(source).then(
          () => true,
          () => false,
        ),
    };
  }

  bucket(_name: string, pace: Pace): Limit {
    return new AllowancePerParticipant(this.#clock, pace);
  }
}

/** While all nodes cannot count together, each counts for itself. */
export function insured(shared: Limits, own: Limits): Limits {
  return {
    window: (...what) => either(shared.window(...what), own.window(...what)),
    bucket: (...what) => either(shared.bucket(...what), own.bucket(...what)),
  };
}

function either(shared: Limit, own: Limit): Limit {
  return {
    async take(source) {
      try {
        return await shared.take(source);
      } catch {
        return own.take(source);
      }
    },
  };
}
