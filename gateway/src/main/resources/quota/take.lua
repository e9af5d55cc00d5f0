-- Takes one permit from a token bucket, kept as the one number of the generic cell rate algorithm
-- (ITU-T I.371 annex A): the time at which the bucket will be full again, in microseconds since 1970.
-- The clock is this server's, so that the clocks of the gateways do not matter.
-- KEYS[1] bucket   ARGV[1] microseconds per permit   ARGV[2] microseconds per full bucket
-- Answer: {1, permits left, microseconds until full} or {0, 0, microseconds until the next permit}
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local step = tonumber(ARGV[1])
local window = tonumber(ARGV[2])
local full = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now) + step
if full - now > window then
  return {0, 0, full - now - window}
end
redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil((full - now) / 1000))
return {1, math.floor((window - (full - now)) / step), full - now}
