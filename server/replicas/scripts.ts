/**
 * What the store runs as a whole, so that no two replicas come between each other. A flight is a call to Routee with the ID of
 * whoever makes it. Values begin with a letter (`f` finished, `r` running, `p` a problem) and the flight that brought them
 * (22 characters); what follows is sealed.
 */

/**
 * KEYS: what is remembered, what has landed, the lease. ARGV: our flight, the lease's milliseconds, `1` where a finished flow
 * that is remembered does not do, the flight that we wait for or nothing.
 * Gives `answer`, the value and its milliseconds left; or `wait` and the flight under way; or `call`: the lease is ours. A lease
 * that does not end by itself is nobody's.
 */
export const askScript = `
local remembered = redis.call('GET', KEYS[1])
if remembered then
  local ours = string.sub(remembered, 2, 23) == ARGV[4]
  if ours or ARGV[3] ~= '1' or string.sub(remembered, 1, 1) == 'r' then
    return {'answer', remembered, redis.call('PTTL', KEYS[1])}
  end
end
if ARGV[4] ~= '' then
  local landed = redis.call('GET', KEYS[2])
  if landed and string.sub(landed, 2, 23) == ARGV[4] then return {'answer', landed, 0} end
end
local holder = redis.call('GET', KEYS[3])
local left = redis.call('PTTL', KEYS[3])
if holder and holder ~= ARGV[1] and left >= 0 and left <= tonumber(ARGV[2]) then return {'wait', holder} end
redis.call('SET', KEYS[3], ARGV[1], 'PX', ARGV[2])
return {'call'}`;

/** KEYS: the lease. ARGV: our flight, the lease's milliseconds. Gives 0 where the lease is another's by now. */
export const holdScript = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

/**
 * KEYS: where the value goes, the lease. ARGV: our flight, the channel, the message, the value or nothing, its milliseconds.
 * Gives 0, and changes nothing, where the lease is another's by now.
 */
export const landScript = `
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[2])
if ARGV[4] ~= '' then redis.call('SET', KEYS[1], ARGV[4], 'PX', ARGV[5]) end
redis.call('PUBLISH', ARGV[2], ARGV[3])
return 1`;

/** KEYS: what is remembered. ARGV: the flight that brought it; nothing: whichever. */
export const dropScript = `
local remembered = redis.call('GET', KEYS[1])
if remembered and (ARGV[1] == '' or string.sub(remembered, 2, 23) == ARGV[1]) then redis.call('DEL', KEYS[1]) end
return 1`;

/**
 * KEYS: a hash, for each replica "granted demand used-until". ARGV: our name, calls under way, calls wanted (under way included;
 * -1: we leave), all calls there may be, milliseconds that a share lasts, the channel, the message that others are short.
 * Everybody wanting gets the same, as far as they want it; what is left over is spread, so that the next call finds its slot.
 * Nobody begins with a share that another still holds. Gives our share and the number of replicas.
 */
export const grantScript = `
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local me, used, wanted, most, lasts = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
if wanted < 0 then redis.call('HDEL', KEYS[1], me) return {0, 0} end
local names, demand, others = {me}, {[me] = wanted}, 0
local all = redis.call('HGETALL', KEYS[1])
for i = 1, #all, 2 do
  local granted, want, untilMs = string.match(all[i + 1], '^(%d+) (%d+) (%d+)$')
  if not granted or tonumber(untilMs) < now or tonumber(untilMs) > now + 10 * lasts then
    redis.call('HDEL', KEYS[1], all[i])
  elseif all[i] ~= me then
    names[#names + 1] = all[i]
    demand[all[i]] = tonumber(want)
    others = others + tonumber(granted)
  end
end
table.sort(names)
local share, left, turn = {}, most, tonumber(t[1]) % #names
for _, name in ipairs(names) do share[name] = 0 end
local function spread(isWanted)
  local gave = true
  while left > 0 and gave do
    gave = false
    for i = 1, #names do
      local name = names[(i + turn - 1) % #names + 1]
      if left > 0 and (not isWanted or share[name] < demand[name]) then
        share[name] = share[name] + 1
        left = left - 1
        gave = true
      end
    end
  end
end
spread(true)
spread(false)
local mine = math.max(0, math.min(share[me], most - others))
if mine < share[me] and mine < wanted then redis.call('PUBLISH', ARGV[6], ARGV[7]) end
redis.call('HSET', KEYS[1], me, math.max(used, mine) .. ' ' .. wanted .. ' ' .. string.format('%d', now + lasts))
redis.call('PEXPIRE', KEYS[1], 2 * lasts)
return {mine, #names}`;
