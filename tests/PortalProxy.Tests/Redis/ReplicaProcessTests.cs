using System.Security.Cryptography;
using PortalProxy.Tests.Infrastructure;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.Redis;

/// <summary>Two processes of the published portal and a real Redis, as an administrator runs them.</summary>
public sealed class ReplicaProcessTests(PublishedPortal published) : IAsyncLifetime
{
    private const int ClientBytes = 8 * 1024 * 1024;
    private const int SmallReceiveBuffer = 32 * 1024;
    private const string Request = $"GET {PortalRequests.Door}?issue_menu=1 HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private Stand appliance = null!;
    private RedisServer redis = null!;
    private RunningPortal one = null!;
    private RunningPortal other = null!;

    public async ValueTask InitializeAsync()
    {
        appliance = await Simulated.StartAsync(ClientBytes);
        redis = await RedisServer.StartAsync();
        one = await StartAsync();
        other = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
        await redis.DisposeAsync();
        await appliance.DisposeAsync();
    }

    [Fact]
    public async Task A_start_page_of_one_is_served_a_client_by_the_other_and_hears_from_its_own_how_that_fares()
    {
        var id = Guid.NewGuid().ToString("N");
        var form = await new Browser(other.Client).OpenAsync("/issue");
        var start = await new Browser(one.Client).SubmitAsync(form.Form("#issue form"));
        using var states = await one.GetAsync($"/downloads/{id}");
        start.Form("#connector").SetAttribute("action", $"{PortalRequests.Door}?download={id}");

        using var answer = await new Browser(other.Client).DownloadAsync(start.Form("#connector"));

        Assert.Equal(appliance.Client.Sha256, Convert.ToHexStringLower(SHA256.HashData(await answer.BytesAsync())));
        var told = await Soon.Within(states.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["started", "handedOver"], told.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => line[6..]));
    }

    [Fact]
    public async Task Limits_add_up_and_go_on_separately_while_Redis_is_gone()
    {
        Assert.Equal((422, 422), (await GuessAsync(one), await GuessAsync(other)));
        Assert.Equal((429, 429), (await GuessAsync(one), await GuessAsync(other)));

        await redis.DieAsync();
        Assert.Equal((422, 422, 429), (await GuessAsync(one), await GuessAsync(one), await GuessAsync(one)));
        Assert.Equal(200, await one.StatusAsync("/session-key"));
        Assert.Equal(422, await GuessAsync(other));
        await one.Process.LineHavingAsync("Redis is out of reach");

        await redis.ReturnAsync();
        await Poll.UntilAsync(async () => await GuessAsync(one) == 422, "Redis, which came back empty, counts again");
        await one.Process.LineHavingAsync("Redis is back");
        await Poll.UntilAsync(async () => await GuessAsync(other) == 429 && await GuessAsync(one) == 429, "both count together again");
    }

    [Fact]
    public async Task One_that_is_killed_breaks_its_own_downloads_visibly_and_no_customer_of_the_other_notices()
    {
        using var broken = await RawCustomer.AskAsync(one.Url, Request, SmallReceiveBuffer);
        using var whole = await RawCustomer.AskAsync(other.Url, Request, SmallReceiveBuffer);
        Assert.Contains($"Content-Length: {ClientBytes}", await broken.ReadHeadAsync(), StringComparison.Ordinal);
        await whole.ReadHeadAsync();

        await one.Process.KillAsync();

        var bytes = new byte[ClientBytes];
        await whole.ReadAsync(bytes);
        Assert.Equal(appliance.Client.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        await Assert.ThrowsAnyAsync<IOException>(() => broken.ReadAsync(bytes));
        Assert.Equal((200, 422), (await other.StatusAsync("/"), await GuessAsync(other)));
    }

    private Task<RunningPortal> StartAsync() => published.StartAsync(
        appliance.Url,
        ("Appliance__Username", "portal"),
        ("Appliance__Password", "simulated"),
        ("ConnectionStrings__Redis", redis.ConnectionString),
        ("Portal__RateLimits__RefusedKeysPerMinute", "2"));

    private static async Task<int> GuessAsync(RunningPortal portal)
    {
        using var answer = await portal.PostAsync(PortalRequests.Door, "short_key=0000000");
        return (int)answer.StatusCode;
    }
}
