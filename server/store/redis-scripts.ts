import { script } from './redis-link.ts';

/**
 * Scripts know no rule of voting: what a ballot adds to which counter stands beside it, as whoever wrote it worked it out.
 * A ballot is stored as `rev time⏎choice⏎contributions`; contributions are a flat JSON array of counters and parts.
 */

/**
 * Takes a batch. KEYS: stamps, ballots, tally, merging; ARGV: round, stamp, then participant and ballot in turn.
 * Answers `stale` if the round's head is another one than the batch was judged by, `merging` while ballots are counted
 * anew; else the tally, and the index and the standing ballot of each that did not replace it. Equal contributions are
 * gathered first: a thousand votes for one entry are one addition.
 */
export const CAST = script(`
if redis.call('EXISTS', KEYS[4]) == 1 then return 'merging' end
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 'stale' end
local match, tonumber, unpack = string.match, tonumber, unpack
local who = {}
for i = 3, #ARGV, 2 do who[#who + 1] = ARGV[i] end
local standing = {}
for from = 1, #who, 1000 do
  local to = math.min(from + 999, #who)
  local held = redis.call('HMGET', KEYS[2], unpack(who, from, to))
  for i = from, to do standing[who[i]] = held[i - from + 1] end
end
local times, written, answers = {}, {}, {}
for i = 1, #who do
  local participant, ballot = who[i], ARGV[2 * i + 2]
  local old = standing[participant]
  local rev, adds = match(ballot, '^(%d+) %d+\\n[^\\n]*\\n(.*)$')
  local oldRev, subtracts
  if old then oldRev, subtracts = match(old, '^(%d+) %d+\\n[^\\n]*\\n(.*)$') end
  if old and tonumber(rev) <= tonumber(oldRev) then
    answers[#answers + 1] = i - 1
    answers[#answers + 1] = old
  else
    if old then times[subtracts] = (times[subtracts] or 0) - 1 end
    times[adds] = (times[adds] or 0) + 1
    standing[participant] = ballot
    written[#written + 1] = participant
    written[#written + 1] = ballot
  end
end
for from = 1, #written, 1000 do
  redis.call('HSET', KEYS[2], unpack(written, from, math.min(from + 999, #written)))
end
local moved = {}
for contributions, by in pairs(times) do
  if by ~= 0 then
    local parts = cjson.decode(contributions)
    for i = 1, #parts, 2 do moved[parts[i]] = (moved[parts[i]] or 0) + by * parts[i + 1] end
  end
end
local moves = false
for counter, by in pairs(moved) do
  if by ~= 0 then
    moves = true
    if redis.call('HINCRBY', KEYS[3], counter, by) == 0 then redis.call('HDEL', KEYS[3], counter) end
  end
end
if moves then redis.call('HINCRBY', KEYS[3], '#version', 1) end
return { redis.call('HGETALL', KEYS[3]), answers }
`);

const DROP_ROUND = `
local function dropRound(base, round)
  local head = redis.call('HGET', base .. 'heads', round)
  if not head then return end
  for run = 1, cjson.decode(head).runs do
    redis.call('UNLINK', base .. 'ballots:' .. round .. ':' .. run, base .. 'tally:' .. round .. ':' .. run)
  end
  redis.call('UNLINK', base .. 'ideas:' .. round)
  redis.call('HDEL', base .. 'heads', round)
  redis.call('HDEL', base .. 'stamps', round)
end
`;

/**
 * Writes a version of a board, or nothing. KEYS: what the board's keys begin with; ARGV: the seq it builds on (empty: none
 * is there yet), the token under which ballots are counted anew or empty, a tally that must hold no ballot or empty, the
 * key and the id of an idea that must not be there or empty, a round to drop or empty; then commands, each after the
 * number of its words. Answers 1; or 0 for another seq, a ballot or a lost token; or an error for an idea that is there.
 */
export const COMMIT = script(`${DROP_ROUND}
local base = KEYS[1]
if (redis.call('HGET', base .. 'board', 'seq') or '') ~= ARGV[1] then return 0 end
if ARGV[2] ~= '' and redis.call('GET', base .. 'merging') ~= ARGV[2] then return 0 end
if ARGV[3] ~= '' and redis.call('HEXISTS', ARGV[3], '#ballots') == 1 then return 0 end
if ARGV[4] ~= '' and redis.call('HEXISTS', ARGV[4], ARGV[5]) == 1 then
  return redis.error_reply('TAKEN the idea is stored already')
end
if ARGV[6] ~= '' then dropRound(base, ARGV[6]) end
local at = 7
while at <= #ARGV do
  local words = tonumber(ARGV[at])
  redis.call(unpack(ARGV, at + 1, at + words))
  at = at + words + 1
end
if ARGV[2] ~= '' then redis.call('DEL', base .. 'merging') end
return 1
`);

/** Everything of one board at once. KEYS as above. Answers its addresses and its rounds, which are named elsewhere too. */
export const REMOVE = script(`${DROP_ROUND}
local base = KEYS[1]
local addresses = redis.call('HMGET', base .. 'board', 'slug', 'joinCode', 'stageToken')
local rounds = redis.call('HKEYS', base .. 'heads')
for _, round in ipairs(rounds) do dropRound(base, round) end
local count = redis.call('DEL', base .. 'board', base .. 'heads', base .. 'stamps', base .. 'credits',
  base .. 'credit-order', base .. 'log', base .. 'merging')
return { count, addresses, rounds }
`);

/**
 * A board of one moment. KEYS as above; ARGV: `whole` for its log and ballots too. Answers nil, or its JSON, its credits,
 * their order, and for each round its id and ideas; then the log, and for each run its round, number, tally and ballots.
 */
export const READ = script(`
local base = KEYS[1]
local json = redis.call('HGET', base .. 'board', 'json')
if not json then return false end
local heads = redis.call('HGETALL', base .. 'heads')
local ideas, runs = {}, {}
for i = 1, #heads, 2 do
  local held = redis.call('HVALS', base .. 'ideas:' .. heads[i])
  if #held > 0 then ideas[#ideas + 1] = { heads[i], held } end
end
local credits = redis.call('HGETALL', base .. 'credits')
local order = redis.call('LRANGE', base .. 'credit-order', 0, -1)
if ARGV[1] ~= 'whole' then return { json, credits, order, ideas } end
for i = 1, #heads, 2 do
  for run = 1, cjson.decode(heads[i + 1]).runs do
    local tally = redis.call('HGETALL', base .. 'tally:' .. heads[i] .. ':' .. run)
    if #tally > 0 then
      local ballots = redis.call('HGETALL', base .. 'ballots:' .. heads[i] .. ':' .. run)
      runs[#runs + 1] = { heads[i], run, tally, ballots }
    end
  end
end
return { json, credits, order, ideas, redis.call('LRANGE', base .. 'log', 0, -1), runs }
`);

/** The ballots and the tally of every run of a round, and its head. KEYS as above; ARGV: round. */
export const READ_ROUND = script(`
local base = KEYS[1]
local head = redis.call('HGET', base .. 'heads', ARGV[1])
if not head then return false end
local runs = {}
for run = 1, cjson.decode(head).runs do
  local key = ARGV[1] .. ':' .. run
  runs[run] = { redis.call('HGETALL', base .. 'tally:' .. key), redis.call('HGETALL', base .. 'ballots:' .. key) }
end
return { head, runs }
`);

/** One participant's ballots: round, run and ballot in turn. KEYS as above; ARGV: participant. */
export const READ_OWN = script(`
local base = KEYS[1]
local heads = redis.call('HGETALL', base .. 'heads')
local own = {}
for i = 1, #heads, 2 do
  for run = 1, cjson.decode(heads[i + 1]).runs do
    local ballot = redis.call('HGET', base .. 'ballots:' .. heads[i] .. ':' .. run, ARGV[1])
    if ballot then own[#own + 1] = { heads[i], run, ballot } end
  end
end
return own
`);

/** Points a free key at something. ARGV: the value; the leftover that may be replaced, or empty. Answers who holds it else. */
export const CLAIM = script(`
local held = redis.call('GET', KEYS[1])
if held and held ~= ARGV[2] then return held end
redis.call('SET', KEYS[1], ARGV[1])
return false
`);

/** Frees a key whose value begins as given. */
export const RELEASE = script(`
local held = redis.call('GET', KEYS[1])
if held and string.sub(held, 1, #ARGV[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1
`);

/** Uses a maker link up. KEYS: links, sessions, owned; ARGV: hash, now. What has expired goes with it. */
export const REDEEM = script(`
local now = tonumber(ARGV[2])
for _, key in ipairs({ KEYS[1], KEYS[2] }) do
  local held = redis.call('HGETALL', key)
  for i = 1, #held, 2 do
    if tonumber(held[i + 1]) <= now then redis.call('HDEL', key, held[i]) end
  end
end
if redis.call('HDEL', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('SET', KEYS[3], ARGV[2])
return 1
`);
