using System.Globalization;
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

    [Theory]
    [InlineData("Content-Length: 100", "MZ", "")]
    [InlineData("Content-Length: 100", "MZ", "abc")]
    [InlineData("Transfer-Encoding: chunked", "2\r\nMZ\r\n", "")]
    [InlineData("Transfer-Encoding: chunked", "8\r\nMZ", "abc")]
    [InlineData("Transfer-Encoding: chunked", "2\r\nMZ\r\n", "nonsense\r\n")]
    [InlineData("Transfer-Encoding: chunked", "2\r\nMZ\r\n", "0\r\n")]
    public async Task A_short_stream_is_an_error_on_the_wire(string framing, string first, string last)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(null, framing) + first);
            await Soon.Within(arrived.Task);
            await exchange.SendAsync(last);
        });
        await using var portal = appliance.StartPortal();

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

    [Fact]
    public async Task Bytes_beyond_the_stated_length_never_arrive()
    {
        await using var appliance = RawAppliance.Saying(RawAppliance.ClientHead(2) + "MZsmuggled");
        await using var portal = appliance.StartPortal();

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");

        Assert.Equal("MZ"u8.ToArray(), await answer.BytesAsync());
    }
}
