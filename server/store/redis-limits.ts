import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Clock } from '../ops/clock.ts';
import type { Limits } from './limits.ts';
import type { RedisKeys } from './redis-keys.ts';
import { type RedisLink, script } from './redis-link.ts';

/**
 * Limits that hold over all nodes. Their keys end by themselves, and stand beside the mark: an emptied Redis has forgotten
 * nothing of worth here.
 */
export function redisLimits(
  link: Pick<RedisLink, 'run'>,
  keys: Pick<RedisKeys, 'limit'>,
  clock: Pick<Clock, 'now'>,
): Limits {
  const run = (text: string, { keys: [key], arguments: args }: Evaluated) =>
    link.run(script(text), [key], args);
  return {
    window(name, most, seconds) {
      const limiter = new RateLimiterRedis({
        // What the library asks of node-redis, over the connection that has time limits.
        storeClient: { eval: run },
        useRedisPackage: true,
        keyPrefix: keys.limit(name),
        points: most,
        duration: seconds,
        // Whoever is over it is turned away without asking.
        inMemoryBlockOnConsumed: most,
      });
      return {
        take: (source) =>
          limiter.consume(source).then(
            () => true,
            (reason: unknown) => {
              if (reason instanceof RateLimiterRes) return false;
              throw reason;
            },
          ),
      };
    },
    bucket(name, { burst, perSecond }) {
      const perToken = 1_000 / perSecond;
      const most = String((burst - 1) * perToken);
      return {
        async take(source) {
          const args = [String(clock.now()), String(perToken), most];
          return (await link.run(TAKE, [`${keys.limit(name)}:${source}`], args)) === 1;
        },
      };
    },
  };
}

interface Evaluated {
  readonly keys: readonly [string];
  readonly arguments: readonly string[];
}

/** When the bucket will be full again says all there is to know of it; then the key may go. ARGV: now, ms per token, most. */
const TAKE = script(`
local now, perToken = tonumber(ARGV[1]), tonumber(ARGV[2])
local lacks = math.max(tonumber(redis.call('GET', KEYS[1]) or 0) - now, 0)
if lacks > tonumber(ARGV[3]) then return 0 end
lacks = lacks + perToken
redis.call('SET', KEYS[1], string.format('%.0f', now + lacks), 'PX', string.format('%.0f', lacks))
return 1
`);
