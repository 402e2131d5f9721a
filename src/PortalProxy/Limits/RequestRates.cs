namespace PortalProxy.Limits;

/// <summary>Bounds how often one client asks: a stop for scripts that run away, far above what people of one network do.</summary>
public sealed class RequestRates(IWindows windows, RateLimits limits, LimitReport report)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <returns>How long to wait; null where there is room.</returns>
    public ValueTask<TimeSpan?> ConnectorRequestAsync(ClientNetwork client) =>
        CountAsync(client, nameof(RateLimits.ConnectorRequestsPerMinute), limits.ConnectorRequestsPerMinute);

    /// <returns>How long to wait; null where there is room.</returns>
    public ValueTask<TimeSpan?> PageAsync(ClientNetwork client) =>
        CountAsync(client, nameof(RateLimits.PagesPerMinute), limits.PagesPerMinute);

    private async ValueTask<TimeSpan?> CountAsync(ClientNetwork client, string limit, int most)
    {
        var answer = await windows.TakeAsync([new($"{limit}/{client.Name}", Minute, most)]);
        if (answer.Wait is not null)
        {
            report.Limited(client, limit);
        }

        return answer.Wait;
    }
}
