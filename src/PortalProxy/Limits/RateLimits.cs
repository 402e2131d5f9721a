using PortalProxy.Settings;

namespace PortalProxy.Limits;

/// <summary>How much one client, and all together, may ask for: the section <c>Portal:RateLimits</c>.</summary>
public sealed record RateLimits
{
    private const int Most = 1_000_000;

    /// <summary>Session keys of one client that the appliance may refuse within any minute; the same for an IPv6 /48.</summary>
    public required int RefusedKeysPerMinute { get; init; }

    /// <summary>The same within any hour.</summary>
    public required int RefusedKeysPerHour { get; init; }

    /// <summary>Of all clients together, within any minute.</summary>
    public required int RefusedKeysPerMinuteInTotal { get; init; }

    /// <summary>Connector requests of one client within any minute.</summary>
    public required int ConnectorRequestsPerMinute { get; init; }

    /// <summary>Pages of one client within any minute.</summary>
    public required int PagesPerMinute { get; init; }

    /// <summary>Downloads at the same time, on this replica.</summary>
    public required int ConcurrentDownloads { get; init; }

    /// <summary>Whether the log of a refusal names the client's whole address, not its network alone.</summary>
    public required bool LogAddresses { get; init; }

    public static RateLimits Read(SettingReader portal)
    {
        int Count(string name, int otherwise) => portal.Whole($"RateLimits:{name}", otherwise, from: 1, to: Most);
        return new()
        {
            RefusedKeysPerMinute = Count(nameof(RefusedKeysPerMinute), 10),
            RefusedKeysPerHour = Count(nameof(RefusedKeysPerHour), 60),
            RefusedKeysPerMinuteInTotal = Count(nameof(RefusedKeysPerMinuteInTotal), 300),
            ConnectorRequestsPerMinute = Count(nameof(ConnectorRequestsPerMinute), 600),
            PagesPerMinute = Count(nameof(PagesPerMinute), 600),
            ConcurrentDownloads = Count(nameof(ConcurrentDownloads), 500),
            LogAddresses = portal.Flag("RateLimits:LogAddresses", otherwise: false),
        };
    }
}
