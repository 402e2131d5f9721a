using System.Diagnostics;
using PortalProxy.Telemetry;

namespace PortalProxy.Tests.Telemetry;

public sealed class SafeSpansTests
{
    [Theory]
    [InlineData(ActivityKind.Server, "http.request.method", true)]
    [InlineData(ActivityKind.Server, "http.route", true)]
    [InlineData(ActivityKind.Server, "portalproxy.reference", true)]
    [InlineData(ActivityKind.Server, "server.address", false)]
    [InlineData(ActivityKind.Client, "server.address", true)]
    [InlineData(ActivityKind.Client, "url.full", false)]
    [InlineData(ActivityKind.Server, "url.path", false)]
    [InlineData(ActivityKind.Server, "user_agent.original", false)]
    [InlineData(ActivityKind.Server, "http.request.method_original", false)]
    [InlineData(ActivityKind.Server, "whatever.a.library.thinks.of.next", false)]
    public void Only_what_is_known_to_be_safe_stays_on_a_span(ActivityKind kind, string tag, bool stays)
    {
        using var span = Started(kind);
        span.SetTag(tag, "Wilhelmina");
        using var spans = new SafeSpans();

        spans.OnEnd(span);

        Assert.Equal(stays ? "Wilhelmina" : null, span.GetTagItem(tag));
    }

    [Fact]
    public void A_failure_keeps_its_status_and_loses_its_words()
    {
        using var span = Started(ActivityKind.Client);
        span.SetStatus(ActivityStatusCode.Error, "Wilhelmina was refused");
        using var spans = new SafeSpans();

        spans.OnEnd(span);

        Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription));
    }

    private static Activity Started(ActivityKind kind)
    {
        using var source = new ActivitySource("test");
        using var listener = new ActivityListener
        {
            ShouldListenTo = one => one == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return source.StartActivity("test", kind)!;
    }
}
