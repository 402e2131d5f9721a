using System.Security.Cryptography;
using System.Text;
using PortalProxy.Redis;
using StackExchange.Redis;

namespace PortalProxy.Limits;

/// <summary>
/// Windows in Redis, the same for all replicas: one script, which Redis runs as a whole, with Redis's clock, on keys that expire
/// with their last permit. Names of windows hold client addresses and are hashed with a key that Redis does not know.
/// </summary>
public sealed class RedisWindows(SharedRedis redis, RedisOptions options)
{
    // In braces: all on one node of a cluster, as a script needs them.
    private const string Prefix = "{portalproxy}:window:";

    // The rules of LocalWindows. KEYS: the windows; ARGV: the permit to take ('' to look only), then length in ms, limit and
    // whether newcomers are spared (0, 1) of each. Returns the wait in ms (-1: none) and whether a shared window is full.
    private const string Take = """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local wait, newcomer, full = -1, true, 0
        for i, key in ipairs(KEYS) do
          local length, limit, spares = tonumber(ARGV[3 * i - 1]), tonumber(ARGV[3 * i]), ARGV[3 * i + 1] == '1'
          redis.call('ZREMRANGEBYSCORE', key, '-inf', now - length)
          local held = redis.call('ZCARD', key)
          if held >= limit then
            if spares then full = 1 end
            if not (spares and newcomer) then
              local from = redis.call('ZRANGE', key, -limit, -limit, 'WITHSCORES')[2]
              wait = math.max(wait, from + length - now)
            end
          end
          newcomer = newcomer and (held == 0 or spares)
        end
        if wait < 0 and ARGV[1] ~= '' then
          for i, key in ipairs(KEYS) do
            redis.call('ZADD', key, now, ARGV[1])
            redis.call('PEXPIRE', key, ARGV[3 * i - 1])
          end
        end
        return { wait, full }
        """;

    private const string GiveBack = "for _, key in ipairs(KEYS) do redis.call('ZREM', key, ARGV[1]) end return 0";

    /// <returns>Null where Redis can't be had now.</returns>
    public async ValueTask<WindowAnswer?> AskAsync(IReadOnlyList<Window> windows, string permit)
    {
        RedisValue[] values = [permit, .. windows.SelectMany(one => new RedisValue[] { (long)one.Length.TotalMilliseconds, one.Limit, one.SparesNewcomers ? 1 : 0 })];
        var answer = await redis.AskAsync(async database => (Answer: (long[])(await database.ScriptEvaluateAsync(Take, KeysOf(windows), values))!, IsThere: true));
        return answer is { Answer: [var wait, var full] }
            ? new(wait < 0 ? null : TimeSpan.FromMilliseconds(wait), wait < 0 ? permit : "", ShareIsFull: full == 1)
            : null;
    }

    public async ValueTask GiveBackAsync(IReadOnlyList<Window> windows, string permit) =>
        await redis.AskAsync(async database => (long)await database.ScriptEvaluateAsync(GiveBack, KeysOf(windows), [permit]));

    private RedisKey[] KeysOf(IReadOnlyList<Window> windows) =>
        [.. windows.Select(one => (RedisKey)$"{Prefix}{Convert.ToHexStringLower(HMACSHA256.HashData(options.HashKey.Span, Encoding.UTF8.GetBytes(one.Account)))}")];
}
