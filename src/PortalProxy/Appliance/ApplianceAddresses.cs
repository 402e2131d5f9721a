using System.Collections.Concurrent;

namespace PortalProxy.Appliance;

/// <summary>The appliance and its failover partners, and which of them are known to be down.</summary>
public sealed class ApplianceAddresses(ApplianceOptions options)
{
    private readonly ConcurrentDictionary<Uri, bool> down = new();

    /// <summary>All addresses in the order of the settings, those that are down last: a last try beats none.</summary>
    public IReadOnlyList<Uri> InOrder => [.. All.OrderBy(address => down.ContainsKey(address))];

    private IEnumerable<Uri> All => [options.BaseUrl, .. options.BackupUrls];

    public void Mark(Uri address, bool isUp)
    {
        if (isUp)
        {
            down.TryRemove(address, out _);
        }
        else
        {
            down[address] = true;
        }
    }
}
