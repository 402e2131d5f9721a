using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using PortalProxy.Limits;
using PortalProxy.Redis;
using PortalProxy.Tests.Infrastructure;
using StackExchange.Redis;

namespace PortalProxy.Tests.Limits;

/// <summary>The rules of the windows, in Redis. Two replicas stand on each server.</summary>
public sealed class RedisWindowsTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly List<SharedRedis> connections = [];
    private RedisServer server = null!;
    private SharedWindows one = null!;
    private SharedWindows other = null!;

    public async ValueTask InitializeAsync()
    {
        server = await RedisServer.StartAsync();
        one = await ReplicaAsync();
        other = await ReplicaAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections)
            await connection.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Permits_of_all_replicas_count_together_and_one_given_back_makes_room()
    {
        Window[] windows = [new("client", Minute, 2)];
        var first = await one.TakeAsync(windows);
        Assert.Null((await other.TakeAsync(windows)).Wait);

        Assert.InRange((await one.TakeAsync(windows)).Wait!.Value, TimeSpan.FromSeconds(50), Minute);
        Assert.NotNull((await other.LookAsync(windows)).Wait);

        await other.GiveBackAsync(windows, first.Permit);
        Assert.Null((await one.LookAsync(windows)).Wait);
        Assert.Null((await one.TakeAsync(windows)).Wait);
        Assert.NotNull((await other.TakeAsync(windows)).Wait);
    }

    [Fact]
    public async Task Two_at_once_never_take_the_same_last_permit()
    {
        Window[] windows = [new("client", Minute, 10)];

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async count => await (count % 2 == 0 ? one : other).TakeAsync(windows)));

        Assert.Equal(10, answers.Count(answer => answer.Wait is null));
    }

    [Fact]
    public async Task A_full_window_takes_nothing_of_the_others()
    {
        await one.TakeAsync([new("full", Minute, 1)]);

        Assert.NotNull((await one.TakeAsync([new("open", Minute, 1), new("full", Minute, 1)])).Wait);

        Assert.Null((await other.TakeAsync([new("open", Minute, 1)])).Wait);
    }

    [Fact]
    public async Task A_full_share_lets_newcomers_through_and_nobody_else()
    {
        await one.TakeAsync([new("a", Minute, 5), new("all", Minute, 1, SparesNewcomers: true)]);

        var newcomer = await other.TakeAsync([new("b", Minute, 5), new("all", Minute, 1, SparesNewcomers: true)]);
        var known = await other.TakeAsync([new("a", Minute, 5), new("all", Minute, 1, SparesNewcomers: true)]);

        Assert.Equal((null, true), (newcomer.Wait, newcomer.ShareIsFull));
        Assert.Equal((true, true), (known.Wait is not null, known.ShareIsFull));
    }

    [Fact]
    public async Task A_permit_ends_with_its_window_by_the_clock_of_Redis()
    {
        Window[] windows = [new("client", TimeSpan.FromMilliseconds(300), 1)];
        await one.TakeAsync(windows);
        Assert.NotNull((await other.TakeAsync(windows)).Wait);

        await Poll.UntilAsync(async () => (await other.TakeAsync(windows)).Wait is null, "the window has passed");
    }

    [Fact]
    public async Task Redis_learns_no_address_and_forgets_every_key_by_itself()
    {
        await one.TakeAsync([new("keys/minute/203.0.113.7", Minute, 1), new("keys/hour/203.0.113.7", TimeSpan.FromHours(1), 9)]);

        var all = await server.DumpAsync();

        Assert.Equal(2, all.Count);
        Assert.All(all, entry => Assert.DoesNotContain("203.0", $"{entry.Key} {entry.Value}", StringComparison.Ordinal));
        Assert.All(all, entry => Assert.InRange(entry.Left!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)));
    }

    private async Task<SharedWindows> ReplicaAsync()
    {
        var options = new RedisOptions { Connection = ConfigurationOptions.Parse(server.ConnectionString), HashKey = Encoding.UTF8.GetBytes("secret") };
        var connection = new SharedRedis(options, TimeProvider.System, NullLogger<SharedRedis>.Instance);
        connections.Add(connection);
        await connection.StartAsync(TestContext.Current.CancellationToken);
        return new(new(connection, options), new(TimeProvider.System));
    }
}
