using System.Globalization;
using System.Net.Sockets;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>The signal to stop while customers are served: real processes of the published portal, real signals.</summary>
public sealed class StopSignalTests(PublishedPortal published)
{
    private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Customers_are_served_for_the_delay_while_readiness_says_no_and_downloads_in_flight_arrive_whole()
    {
        await using var appliance = HalfAClient();
        var management = FreePort.Next();
        await using var portal = await published.StartAsync(
            appliance.Url, ("Portal__DrainDelay", "00:00:06"), ("Portal__ShutdownTimeout", "00:01:00"),
            ("Portal__ManagementPort", management.ToString(CultureInfo.InvariantCulture)));
        using var early = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");
        using var events = await portal.GetAsync("/availability/events");
        using var state = await portal.GetAsync($"/downloads/{Guid.NewGuid():N}");
        Assert.Equal((200, 200), (await portal.StatusAsync("/session-key"), await portal.StatusAsync("/readyz")));

        await portal.Process.TerminateAsync();

        await Poll.UntilAsync(async () => await portal.StatusAsync("/readyz") == 503, "readiness says no");
        Assert.Equal((200, 200), (await portal.StatusAsync("/session-key"), await portal.StatusAsync("/livez")));
        using var late = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");
        Assert.Equal(200, (int)late.StatusCode);
        Assert.Contains("availability", await Soon.Within(events.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.DoesNotContain("event:", await Soon.Within(state.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));

        await Poll.UntilAsync(() => IsClosedAsync(portal), "no new connection is taken");
        Assert.Equal(
            (200, 503), (await portal.StatusAsync($"http://127.0.0.1:{management}/livez"), await portal.StatusAsync($"http://127.0.0.1:{management}/readyz")));
        end.SetResult();
        Assert.Equal("MZ", await Soon.Within(early.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("MZ", await Soon.Within(late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal((0, ""), await portal.Process.EndAsync());
    }

    [Fact]
    public async Task A_download_that_takes_longer_than_it_has_is_cut_visibly_and_the_process_ends()
    {
        await using var appliance = HalfAClient();
        await using var portal = await published.StartAsync(appliance.Url, ("Portal__DrainDelay", "00:00:00"), ("Portal__ShutdownTimeout", "00:00:01"));
        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");
        Assert.Equal(200, (int)answer.StatusCode);

        await portal.Process.TerminateAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => Soon.Within(answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal((0, ""), await portal.Process.EndAsync());
    }

    private RawAppliance HalfAClient() => RawAppliance.Playing(async exchange =>
    {
        await exchange.SendAsync(RawAppliance.ClientHead(length: 2) + "M");
        await Task.WhenAny(end.Task, exchange.WaitUntilGoneAsync());
        await exchange.SendAsync("Z");
    });

    private static async Task<bool> IsClosedAsync(RunningPortal portal)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(portal.Url.Host, portal.Url.Port, TestContext.Current.CancellationToken);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
