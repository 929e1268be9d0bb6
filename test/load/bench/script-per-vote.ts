import { createClient } from 'redis';

/** The usual way with Redis: a vote is one small script, which counts it unless the device has voted the same. */
const SCRIPT = `
local before = redis.call('HGET', KEYS[1], ARGV[1])
if before == ARGV[2] then return 0 end
if before then redis.call('HINCRBY', KEYS[2], before, -1) end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return redis.call('HINCRBY', KEYS[2], ARGV[2], 1)
`;

export interface ScriptPerVote extends AsyncDisposable {
  /** All under way at once, over one connection. */
  cast(who: string, votes: number): Promise<void>;
}

export async function openScriptPerVote(url: string): Promise<ScriptPerVote> {
  const client = createClient({ url });
  await client.connect();
  const sha = await client.scriptLoad(SCRIPT);
  const keys = ['{usual}:ballots', '{usual}:counts'];
  return {
    async cast(who, votes) {
      await Promise.all(
        Array.from({ length: votes }, (_, n) =>
          client.evalSha(sha, { keys, arguments: [`${who}-${n}`, String(n % 3)] }),
        ),
      );
    },
    async [Symbol.asyncDispose]() {
      client.destroy();
    },
  };
}
