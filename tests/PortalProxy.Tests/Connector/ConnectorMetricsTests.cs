using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Time.Testing;
using PortalProxy.Telemetry;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector;

/// <summary>Connector requests and downloads, as numbers.</summary>
public sealed class ConnectorMetricsTests
{
    private const string Way = "portalproxy.way";
    private const string Outcome = "portalproxy.outcome";

    [Fact]
    public async Task Requests_are_counted_by_way_and_outcome_and_bytes_by_way()
    {
        await using var appliance = RawAppliance.Saying(RawAppliance.ClientHead(length: 5) + "MZabc");
        await using var portal = appliance.StartPortal();
        using var requests = CollectorOf<long>(portal, "portalproxy.connector.requests");
        using var sent = CollectorOf<long>(portal, "portalproxy.download.sent");
        using var firstByte = CollectorOf<double>(portal, "portalproxy.download.time_to_first_byte");

        foreach (var query in (string[])["issue_menu=1", "short_key=1728331", "short_key=1", "", "issue_menu=1&short_key=1728331"])
            using (var answer = await portal.GetAsync($"{PortalRequests.Door}?{query}"))
                await answer.BytesAsync();

        await portal.Log.WaitForAsync("{RequestMethod}", 5);
        Assert.Equal(
            [("issue", "handed_over"), ("session_key", "handed_over"), ("session_key", "field_wrong"), ("none", "field_wrong"), ("none", "field_wrong")],
            requests.GetMeasurementSnapshot().Select(one => ((string)one.Tags[Way]!, (string)one.Tags[Outcome]!)));
        Assert.Equal([(5, "issue"), (5, "session_key")], sent.GetMeasurementSnapshot().Select(one => (one.Value, one.Tags[Way])));
        Assert.Equal(["issue", "session_key"], firstByte.GetMeasurementSnapshot().Select(one => one.Tags[Way]));
    }

    [Fact]
    public async Task The_time_to_the_first_byte_is_the_seconds_from_the_request_and_nothing_of_what_comes_after()
    {
        var time = new FakeTimeProvider();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            time.Advance(TimeSpan.FromSeconds(1.5));
            await exchange.SendAsync(RawAppliance.ClientHead(length: 5) + "MZ");
            await Soon.Within(begun.Task);
            time.Advance(TimeSpan.FromSeconds(20));
            await exchange.SendAsync("abc");
        });
        await using var portal = Portal.With(services => services.AddSingleton<TimeProvider>(time), ("Appliance:BaseUrl", appliance.Url.AbsoluteUri));
        using var firstByte = CollectorOf<double>(portal, "portalproxy.download.time_to_first_byte");

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");
        begun.SetResult();
        Assert.Equal("MZabc"u8.ToArray(), await answer.BytesAsync());

        Assert.Equal(1.5, Assert.Single(firstByte.GetMeasurementSnapshot()).Value);
    }

    [Fact]
    public async Task What_was_sent_of_a_client_that_broke_off_is_counted()
    {
        await using var appliance = RawAppliance.Saying(RawAppliance.ClientHead(length: 9) + "MZab");
        await using var portal = appliance.StartPortal();
        using var sent = CollectorOf<long>(portal, "portalproxy.download.sent");
        using var requests = CollectorOf<long>(portal, "portalproxy.connector.requests");

        // The connection's abort may overtake the head.
        await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");
            await answer.BytesAsync();
        });

        await portal.Log.WaitForAsync("{RequestMethod}");
        Assert.Equal(4, Assert.Single(sent.GetMeasurementSnapshot()).Value);
        Assert.Equal("broken_off", Assert.Single(requests.GetMeasurementSnapshot()).Tags[Outcome]);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_download_is_in_flight_from_its_first_byte_to_its_end(string method)
    {
        var end = new TaskCompletionSource();
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(length: 5) + (method == "GET" ? "MZ" : ""));
            await end.Task;
            await exchange.SendAsync(method == "GET" ? "abc" : "");
        });
        await using var portal = appliance.StartPortal();
        using var active = CollectorOf<long>(portal, "portalproxy.download.active");

        using var answer = await portal.SendAsync(new(new HttpMethod(method), $"{PortalRequests.Door}?issue_menu=1"));
        if (method == "GET")
            Assert.Equal(1, InFlight(active));
        end.SetResult();
        await answer.BytesAsync();

        await Poll.UntilAsync(() => active.GetMeasurementSnapshot().Any(one => one.Value < 0), "the download is counted as over");
        Assert.Equal(0, InFlight(active));
    }

    [Fact]
    public async Task A_customer_who_leaves_is_no_longer_in_flight()
    {
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(length: 5_000_000));
            await exchange.SendUntilGoneAsync(new byte[64 * 1024]);
        });
        await using var portal = appliance.StartPortal();
        using var active = CollectorOf<long>(portal, "portalproxy.download.active");
        using var requests = CollectorOf<long>(portal, "portalproxy.connector.requests");

        using (var customer = await RawCustomer.GetAsync(portal, $"{PortalRequests.Door}?issue_menu=1", receiveBuffer: 4096))
        {
            await customer.ReadHeadAsync();
            Assert.Equal(1, InFlight(active));
            customer.Leave();
        }

        await Poll.UntilAsync(() => InFlight(active) == 0, "nothing is in flight");
        Assert.Equal("customer_left", Assert.Single(requests.GetMeasurementSnapshot()).Tags[Outcome]);
    }

    private static long InFlight(MetricCollector<long> active) => active.GetMeasurementSnapshot().Sum(one => one.Value);

    private static MetricCollector<T> CollectorOf<T>(Portal portal, string name)
        where T : struct => new(portal.Services.GetRequiredService<IMeterFactory>(), PortalMeter.Name, name);
}
