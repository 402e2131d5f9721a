using Microsoft.AspNetCore.Http.Features;

namespace PortalProxy.Telemetry;

/// <summary>What the portal itself writes on the span of a request; metrics have attributes of the same names.</summary>
public static class PortalSpan
{
    public const string Reference = "portalproxy.reference";
    public const string Way = "portalproxy.way";
    public const string Outcome = "portalproxy.outcome";

    /// <summary>Writes on the span of a request as a whole, where somebody records one.</summary>
    public static void Mark(HttpContext context, string name, string value)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
        {
            span.SetTag(name, value);
        }
    }
}
