using PortalProxy.Connector.Reading;
using PortalProxy.Appliance;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages.Start;

/// <summary>What a customer types into the vendor's app on a phone, where a file can't run.</summary>
/// <param name="Name">The app, as the stores call it.</param>
/// <param name="SiteName">The appliance's host name for this public site.</param>
/// <param name="Key">The session key to copy; null where help was asked for in another way.</param>
public sealed record PhoneApp(string Name, string SiteName, string? Key)
{
    public static PhoneApp For(PublicSite site, ApplianceOptions options, ConnectorFields fields) => new(
        site.PhoneAppName,
        site.ApplianceHost ?? options.BaseUrl.Host,
        fields[ConnectorParameter.SessionKey] is { } key ? SessionKey.WithoutSeparators(key) : null);

    public override string ToString() => Name;
}
