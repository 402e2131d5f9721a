using Microsoft.Playwright;
using PortalProxy.Tests.Infrastructure;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.BrowserTests.Infrastructure;

/// <summary>A portal, a site that may embed it, and one that may not.</summary>
public sealed class EmbeddingStand : IAsyncLifetime
{
    public Stand Appliance { get; private set; } = null!;

    public Portal Portal { get; private set; } = null!;

    public HostSite Host { get; private set; } = null!;

    public HostSite Stranger { get; private set; } = null!;

    /// <summary>The portal's origin.</summary>
    public string Origin => Portal.Url.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        Appliance = await Simulated.StartAsync();
        Host = await HostSite.StartAsync();
        Stranger = await HostSite.StartAsync();
        Portal = Portal.Before(
            Appliance,
            ("Portal:FrameAncestors:0", "https://*.example.com"),
            ("Portal:FrameAncestors:1", Host.Origin),
            ("Appliance:DirectoryRefresh", "00:00:01"),
            ("ReloadStaticAssetsAtRuntime", "false"));
        await Portal.WithDirectoryAsync();
    }

    public string NewKey() => Appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).ShortKey;

    /// <summary>The script tag, with attributes.</summary>
    public string Snippet(string attributes = "") => $"""<script async src="{Origin}/embed.js" {attributes}></script>""";

    /// <summary>Opens a page of the host site with this body, and remembers every event that the portal tells.</summary>
    public async Task<Customer> OpenAsync(Chromium chromium, string body, string? policy = null, BrowserNewContextOptions? options = null)
    {
        var customer = await Customer.ComeAsync(chromium, Portal, options);
        await customer.Page.AddInitScriptAsync("""
            window.told = [];
            for (const name of ["ready", "height", "availability", "invalid", "submitted", "started", "finished", "failed"]) {
              document.addEventListener(`portalproxy:${name}`, ({ detail, target }) => told.push({ name, detail, title: target.title }));
            }
            """);
        return await customer.OpenAsync(Host.Page(body, policy));
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Stranger.DisposeAsync();
        await Host.DisposeAsync();
        await Appliance.DisposeAsync();
    }
}
