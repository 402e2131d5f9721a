namespace PortalProxy.SimulatedAppliance;

/// <summary>A 302 in place of the connector's own answer.</summary>
/// <param name="Location">The <c>Location</c> header, as it is to be written: ASCII, relative or absolute, its query included.</param>
/// <param name="Times">How many requests are answered so; null: all of them, so that one to the connector itself is a loop.</param>
public sealed record ConnectorRedirect(string Location, int? Times = null)
{
    public ConnectorRedirect(Uri location, int? times = null)
        : this(location.IsAbsoluteUri ? location.AbsoluteUri : location.OriginalString, times)
    {
    }
}
