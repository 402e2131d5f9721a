using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PortalProxy.Tests.Infrastructure;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.Redis;

/// <summary>Two portals and what they share, with Redis there, gone and back.</summary>
public sealed class ReplicaTests(HealthyPortal healthy)
{
    private readonly string id = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Refused_keys_add_up_across_replicas()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var one = Replica(redis.ConnectionString);
        await using var other = Replica(redis.ConnectionString);

        Assert.Equal(422, await GuessAsync(one));
        Assert.Equal(422, await GuessAsync(other));

        Assert.Equal(429, await GuessAsync(one));
        Assert.Equal(429, await GuessAsync(other));
        Assert.All(await redis.DumpAsync(), entry => Assert.DoesNotContain("127.0.0.1", $"{entry.Key} {entry.Value}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_state_of_a_download_is_seen_from_another_replica_while_it_lasts_and_afterwards()
    {
        var end = new TaskCompletionSource();
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(length: 2) + "M");
            await end.Task;
            await exchange.SendAsync("Z");
        });
        await using var redis = await RedisServer.StartAsync();
        await using var one = appliance.StartPortal(("ConnectionStrings:Redis", redis.ConnectionString));
        await using var other = appliance.StartPortal(("ConnectionStrings:Redis", redis.ConnectionString));
        using var early = await other.GetAsync($"/downloads/{id}");
        using var lines = new StreamReader(await early.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        using var answer = await one.PostAsync($"{PortalRequests.Door}?download={id}", "issue_menu=1");
        Assert.Equal("started", await NextStateAsync(lines));
        end.SetResult();
        await answer.BytesAsync();
        Assert.Equal("handedOver", await NextStateAsync(lines));

        using var late = await other.GetAsync($"/downloads/{id}");
        using var lateLines = new StreamReader(await late.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("handedOver", await NextStateAsync(lateLines));
        var kept = Assert.Single(await redis.DumpAsync(), entry => entry.Key.Contains(id, StringComparison.Ordinal));
        Assert.InRange(kept.Left!.Value, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task When_Redis_dies_each_replica_counts_for_itself_and_says_so_once_and_the_same_when_it_is_back()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var one = Replica(redis.ConnectionString);
        await using var other = Replica(redis.ConnectionString);
        Assert.Equal(422, await GuessAsync(one));

        await redis.DieAsync();
        Assert.Equal([422, 422, 429, 429], await GuessAsync(one, 4));
        Assert.Single(await one.Log.WaitForAsync("Redis is out of reach"));

        await redis.ReturnAsync();
        await Poll.UntilAsync(async () => await GuessAsync(one) == 422, "Redis, which came back empty, counts again");
        Assert.Single(await one.Log.WaitForAsync("Redis is back"));
        Assert.Single(one.Log.Having("Redis is out of reach"));
        await Poll.UntilAsync(async () => await GuessAsync(other) == 429 && await GuessAsync(one) == 429, "both count together again");
    }

    [Fact]
    public async Task A_Redis_that_takes_connections_and_says_nothing_makes_nobody_wait()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var portal = Replica($"127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}");
        Assert.Equal(200, (int)(await portal.GetAsync("/")).StatusCode);
        var watch = Stopwatch.StartNew();

        Assert.Equal([422, 422, 429], await GuessAsync(portal, 3));
        using var answer = await portal.PostAsync($"{PortalRequests.Door}?download={id}", "issue_menu=1");
        await answer.BytesAsync();

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Single(portal.Log.Having("Redis is out of reach"));
    }

    private Portal Replica(string redis) => Replica(healthy.Appliance, redis);

    private static Portal Replica(Stand appliance, string redis) => Portal.Before(
        appliance, ("ConnectionStrings:Redis", redis), ("Portal:RateLimits:RefusedKeysPerMinute", "2"));

    private static async Task<int> GuessAsync(Portal portal)
    {
        using var answer = await portal.PostAsync(PortalRequests.Door, "short_key=0000000");
        return (int)answer.StatusCode;
    }

    private static async Task<List<int>> GuessAsync(Portal portal, int times)
    {
        var statuses = new List<int>();
        while (statuses.Count < times)
            statuses.Add(await GuessAsync(portal));
        return statuses;
    }

    private static async Task<string> NextStateAsync(StreamReader lines)
    {
        while (await Soon.Within(lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return line["data: ".Length..];
        }

        throw new EndOfStreamException();
    }
}
