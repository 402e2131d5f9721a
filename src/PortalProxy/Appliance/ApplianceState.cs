using System.Collections.Concurrent;

namespace PortalProxy.Appliance;

/// <summary>Whether the appliance answered when it was last asked for anything. Nobody asks only to know this.</summary>
public sealed class ApplianceState
{
    private readonly ConcurrentDictionary<string, bool> addresses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the appliance or a failover partner answered last time; null: none was asked yet.</summary>
    public bool? IsUp => addresses.IsEmpty ? null : addresses.Any(one => one.Value);

    /// <summary>The host and port of each address that was asked, and whether it answered last time.</summary>
    public IEnumerable<KeyValuePair<string, bool>> Addresses => addresses;

    /// <param name="authority">Host and port that were asked.</param>
    /// <param name="isUp">An answer came, and it was no error of the appliance's.</param>
    public void Saw(string authority, bool isUp) => addresses[authority] = isUp;

    public override string ToString() => IsUp switch { true => "up", false => "down", null => "not asked yet" };
}
