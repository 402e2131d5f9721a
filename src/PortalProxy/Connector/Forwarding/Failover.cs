using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// Sends a request to the next appliance when one gave no answer at all, or died before the first byte of its client, within
/// the same customer's request. YARP does not retry by itself. A customer who has a byte already is never served by a second
/// appliance.
/// </summary>
internal sealed class Failover(RequestDelegate forward, IEnumerable<IPassiveHealthCheckPolicy> policies)
{
    private readonly IPassiveHealthCheckPolicy observed = policies.Single(policy => policy.Name == ObservedHealth.PolicyName);

    public async Task InvokeAsync(HttpContext context)
    {
        var proxy = context.GetReverseProxyFeature();
        var passage = context.Features.GetRequiredFeature<ConnectorPassage>();
        var candidates = proxy.AllDestinations
            .OrderBy(one => IsDown(one.Health))
            .ThenBy(one => one.DestinationId, StringComparer.Ordinal)
            .ToArray();
        foreach (var destination in candidates)
        {
            passage.BeginAttempt();
            context.Features.Set<IForwarderErrorFeature>(null);
            context.Response.StatusCode = StatusCodes.Status200OK;
            proxy.AvailableDestinations = [destination];
            await forward(context);
            if (candidates.Length > 1)
            {
                observed.RequestProxied(context, proxy.Route.Cluster!, destination);
            }

            if (!WasNotReached(context) && !DiedBeforeFirstByte(context))
            {
                return;
            }
        }
    }

    /// <summary>True where no answer began. A customer who left, or an appliance that is slow, is no reason to try another.</summary>
    public static bool WasNotReached(HttpContext context) =>
        !context.Response.HasStarted
        && context.GetForwarderErrorFeature() is { Error: ForwarderError.Request, Exception: not TimeoutException };

    // No sign that the appliance as a whole is down, so it is not left out for that. One that fell silent has not died.
    private static bool DiedBeforeFirstByte(HttpContext context) =>
        !context.Response.HasStarted
        && context.GetForwarderErrorFeature() is { Error: ForwarderError.ResponseBodyDestination, Exception: not OperationCanceledException };

    private static bool IsDown(DestinationHealthState health) =>
        health.Active == DestinationHealth.Unhealthy || health.Passive == DestinationHealth.Unhealthy;
}
