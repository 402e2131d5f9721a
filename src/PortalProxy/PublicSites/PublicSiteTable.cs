using PortalProxy.Settings;

namespace PortalProxy.PublicSites;

/// <summary>All public sites of this portal; a visitor's host name says which one.</summary>
public sealed class PublicSiteTable
{
    private readonly Dictionary<string, PublicSite> byHost = new(StringComparer.OrdinalIgnoreCase);

    private PublicSiteTable(PublicSite theDefault) => Default = theDefault;

    /// <summary>The one for every host name that no other site claims.</summary>
    public PublicSite Default { get; }

    public IEnumerable<PublicSite> All => byHost.Values.Prepend(Default).Distinct();

    public PublicSite For(string host) => byHost.GetValueOrDefault(host, Default);

    public static PublicSiteTable Read(IConfigurationSection portal, SettingsLedger ledger)
    {
        var settings = new SettingReader(portal, "Portal", ledger);
        var table = new PublicSiteTable(PublicSite.Read(settings));
        foreach (var name in settings.Names("Sites"))
        {
            var path = $"Sites:{name}";
            var site = PublicSite.Read(new SettingReader(Overlay(portal, portal.GetSection(path)), $"Portal:{path}", ledger));
            if (site.Hosts.Count == 0)
            {
                settings.Mistake($"{path}:Hosts", "is missing", "Write the host names of this site: Hosts:0, Hosts:1 and so on.");
            }

            foreach (var host in site.Hosts.Where(host => !table.byHost.TryAdd(host, site)))
            {
                settings.Mistake($"{path}:Hosts", $"claims \"{host}\", which is claimed already", "Write each host name once, in one site.");
            }
        }

        return table;
    }

    /// <summary>
    /// A site has every setting of the portal but those that it sets itself. A list that it sets replaces the portal's, an empty
    /// one too: a site that lets nobody embed it must not inherit who may.
    /// </summary>
    private static IConfiguration Overlay(IConfigurationSection portal, IConfigurationSection site)
    {
        var replaced = site.GetChildren()
            .Where(child => IsList(child) || string.IsNullOrEmpty(child.Value) && IsList(portal.GetSection(child.Key)))
            .Select(child => child.Key)
            .Append("Sites").Append("Hosts").Append("ApplianceHost")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new ConfigurationBuilder()
            .AddInMemoryCollection(portal.AsEnumerable(makePathsRelative: true).Where(one => !replaced.Contains(one.Key.Split(':', 2)[0])))
            .AddInMemoryCollection(site.AsEnumerable(makePathsRelative: true))
            .Build();
    }

    private static bool IsList(IConfigurationSection section) =>
        section.GetChildren().Any() && section.GetChildren().All(item => int.TryParse(item.Key, out _));
}
