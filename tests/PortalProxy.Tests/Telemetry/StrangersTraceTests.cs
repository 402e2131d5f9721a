using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Telemetry;

/// <summary>Trace headers of a stranger begin nothing here, and none of ours reach the appliance.</summary>
public sealed class StrangersTraceTests
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_begins_a_trace_of_its_own_and_tells_the_appliance_nothing_of_it(bool isExported)
    {
        await using var collector = new OtlpReceiver();
        await using var appliance = RawAppliance.Saying(RawAppliance.ClientHead(length: 2) + "MZ");
        await using var portal = appliance.StartPortal(
            [.. isExported ? collector.Settings : [], ("Appliance:Username", "portal"), ("Appliance:Password", "secret")]);

        foreach (var target in (string[])[$"{PortalRequests.Door}?issue_menu=1", "/representatives"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, target);
            request.Headers.Add("traceparent", $"00-{TraceId}-b7ad6b7169203331-01");
            request.Headers.Add("tracestate", "xanthippe=1");
            request.Headers.Add("baggage", "name=xanthippe");
            request.Headers.Add("Request-Id", "|xanthippe.1.");
            request.Headers.Add("Correlation-Context", "name=xanthippe");
            using var answer = await portal.SendAsync(request);
            await answer.BytesAsync();
        }

        var logged = await portal.Log.WaitForAsync("{RequestMethod}", 2);
        Assert.All(logged, one => Assert.NotNull(one.TraceId));
        Assert.All(logged, one => Assert.NotEqual(TraceId, one.TraceId.ToString()));
        Assert.Equal(2, logged.Select(one => one.TraceId).Distinct().Count());
        foreach (var exchange in (RawExchange[])[await appliance.NextAsync(), await appliance.NextAsync()])
            Assert.All(
                ["traceparent", "tracestate", "baggage", "Request-Id", "Correlation-Context"], header => Assert.Null(exchange.Header(header)));
        if (isExported)
        {
            await collector.WaitForAsync(OtlpReceiver.Traces, "representatives");
            Assert.DoesNotContain(BytesOf(TraceId), collector.To(OtlpReceiver.Traces));
            Assert.DoesNotContain("xanthippe", collector.All);
        }
    }

    private static string BytesOf(string hex) => System.Text.Encoding.Latin1.GetString(Convert.FromHexString(hex));
}
