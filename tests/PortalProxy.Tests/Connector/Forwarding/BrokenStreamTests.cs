using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PortalProxy.Appliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>The appliance breaks off in mid-stream: the customer must never take a part for the whole.</summary>
public sealed class BrokenStreamTests
{
    [Fact]
    public async Task An_appliance_that_dies_in_mid_stream_aborts_the_customers_connection()
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = Portal.Start(("Appliance:BaseUrl", appliance.Url.AbsoluteUri));
        appliance.State.BreakOffAfter = 100_000;

        await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");
            await answer.BytesAsync();
        });

        var ended = Assert.Single(await portal.Log.WaitForAsync("Connector request"));
        Assert.Equal("BrokenOff", ended.Properties["Outcome"].ToString());
        Assert.Equal(Serilog.Events.LogEventLevel.Warning, ended.Level);
        Assert.InRange(long.Parse(ended.Properties["Bytes"].ToString(), CultureInfo.InvariantCulture), 0, 100_000);
    }

    public static TheoryData<SessionApi, string, string, string> ShortStreams =>
    [
        .. Enum.GetValues<SessionApi>().SelectMany(dialect => new (SessionApi, string, string, string)[]
        {
            (dialect, "Content-Length: 100", "MZ", ""),
            (dialect, "Content-Length: 100", "MZ", "abc"),
            (dialect, "Transfer-Encoding: chunked", "2\r\nMZ\r\n", ""),
            (dialect, "Transfer-Encoding: chunked", "8\r\nMZ", "abc"),
            (dialect, "Transfer-Encoding: chunked", "2\r\nMZ\r\n", "nonsense\r\n"),
            (dialect, "Transfer-Encoding: chunked", "2\r\nMZ\r\n", "0\r\n"),
            (dialect, "Transfer-Encoding: chunked\r\nContent-Length: 2", "2\r\nMZ\r\n", ""),
        }),
    ];

    [Theory, MemberData(nameof(ShortStreams))]
    public async Task A_short_stream_is_an_error_on_the_wire(SessionApi dialect, string framing, string first, string last)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(null, framing) + first);
            await Soon.Within(arrived.Task);
            await exchange.SendAsync(last);
        });
        await using var portal = appliance.StartPortal(("Appliance:SessionApi", dialect.ToString()));

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var start = new byte[2];
        await stream.ReadExactlyAsync(start, TestContext.Current.CancellationToken);
        Assert.Equal("MZ"u8.ToArray(), start);
        arrived.SetResult();

        await Assert.ThrowsAnyAsync<IOException>(() => stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
        Assert.Equal("BrokenOff", Assert.Single(await portal.Log.WaitForAsync("Connector request")).Properties["Outcome"].ToString());
    }

    [Fact]
    public async Task A_client_that_ends_before_its_first_byte_becomes_a_page()
    {
        await using var appliance = RawAppliance.Saying(RawAppliance.ClientHead(100));
        await using var portal = appliance.StartPortal();

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");

        Assert.Equal(502, (int)answer.StatusCode);
        Assert.Null(answer.Raw("Content-Disposition"));
        Assert.NotNull((await answer.PageAsync()).QuerySelector("#issue form"));
    }

    [Theory, InlineData(SessionApi.DownloadCustomerConnector), InlineData(SessionApi.StartSession)]
    public async Task A_client_longer_than_it_says_is_cut_before_its_stated_end(SessionApi dialect)
    {
        const int Stated = 1024 * 1024;
        var client = RandomNumberGenerator.GetBytes(Stated + 10);
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(Stated));
            await exchange.SendAsync(client);
        });
        await using var portal = appliance.StartPortal(("Appliance:SessionApi", dialect.ToString()));

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var arrived = new MemoryStream();
        await Assert.ThrowsAnyAsync<IOException>(() => stream.CopyToAsync(arrived, TestContext.Current.CancellationToken));

        Assert.InRange(arrived.Length, 0, Stated - 1);
        var ended = Assert.Single(await portal.Log.WaitForAsync("Connector request"));
        Assert.Equal("BrokenOff", ended.Properties["Outcome"].ToString());
        Assert.Contains("InvalidResponse", ended.Properties["Cause"].ToString());
    }

    [Fact]
    public async Task A_surplus_that_comes_late_reaches_nobody()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var head = RawAppliance.ClientHead(2).Replace("Connection: close\r\n", "", StringComparison.Ordinal);
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(head + "MZ");
            if (!arrived.Task.IsCompleted)
            {
                await Soon.Within(arrived.Task);
                await exchange.SendUntilGoneAsync(Encoding.Latin1.GetBytes(head + "NO"));
            }
        });
        await using var portal = appliance.StartPortal();

        for (var customer = 0; customer < 5; customer++)
        {
            using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");
            Assert.Equal("MZ"u8.ToArray(), await answer.BytesAsync());
            arrived.TrySetResult();
        }
    }

    [Fact]
    public async Task A_length_beside_chunks_is_not_believed()
    {
        await using var appliance = RawAppliance.Saying(
            RawAppliance.ClientHead(2, "Transfer-Encoding: chunked") + "5\r\nMZabc\r\n0\r\n\r\n");
        await using var portal = appliance.StartPortal();

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");

        Assert.Equal("MZabc"u8.ToArray(), await answer.BytesAsync());
    }
}
