import { readStored } from './redis-boards.ts';
import type { Redis } from './redis-epoch.ts';
import { script } from './redis-link.ts';
import { list } from './redis-rows.ts';
import { boardWrite, writeBoard } from './redis-writes.ts';
import type { Standings } from './standings.ts';

/** A node that says nothing for so long has no phones any more. */
const PRESENT_SECONDS = 5;

/**
 * KEYS: board, tally, present. ARGV: node, phones, seconds. By the clock of Redis: those of the nodes may differ. What has not
 * changed is written anew only when half of its time is over, because each write may have to reach a disk.
 */
const NOTE = script(`
local seq = redis.call('HGET', KEYS[1], 'seq')
if not seq then return {} end
local at = redis.call('TIME')
local now = at[1] * 1000 + math.floor(at[2] / 1000)
local elsewhere = 0
local own = ''
local nodes = redis.call('HGETALL', KEYS[3])
for i = 1, #nodes, 2 do
  local phones, untilThen = string.match(nodes[i + 1], '^(%d+) (%d+)$')
  if nodes[i] == ARGV[1] then
    if tonumber(untilThen) - now > ARGV[3] * 500 then own = phones end
  elseif tonumber(untilThen) < now then
    redis.call('HDEL', KEYS[3], nodes[i])
  else
    elsewhere = elsewhere + tonumber(phones)
  end
end
if ARGV[2] == '0' then
  redis.call('HDEL', KEYS[3], ARGV[1])
elseif own ~= ARGV[2] then
  redis.call('HSET', KEYS[3], ARGV[1], ARGV[2] .. ' ' .. string.format('%.0f', now + ARGV[3] * 1000))
  redis.call('EXPIRE', KEYS[3], ARGV[3])
end
return {seq, redis.call('HGET', KEYS[2], '#version') or '0', elsewhere}
`);

/** How boards stand, as the node `node` asks: one call for the number of the board, of its tally, and the phones elsewhere. */
export function redisStandings(
  redis: Redis,
  { node, onLoss }: { readonly node: string; readonly onLoss: Standings['onLoss'] },
): Standings {
  const { keys } = redis;
  return {
    async note(boardId, of, phones) {
      const tally = keys.tally(boardId, of?.roundId ?? '', of?.run ?? 0);
      const names = [keys.board(boardId), tally, keys.present(boardId)] as const;
      const found = list(await redis.run(NOTE, names, [node, String(phones), String(PRESENT_SECONDS)]));
      if (found.length === 0) return redis.missing(null);
      const [seq, version, elsewhere] = found.map(Number);
      return { seq: seq ?? 0, version: version ?? 0, elsewhere: elsewhere ?? 0 };
    },
    async overtake(boardId, told) {
      for (;;) {
        const board = await readStored(redis, boardId);
        if (!board || board.seq > told) return;
        const next = boardWrite(keys, { ...board, seq: told + 1 });
        // Else another node was faster.
        if (await writeBoard(redis, boardId, { buildsOn: board.seq, writes: [next] })) return;
      }
    },
    onLoss,
  };
}
