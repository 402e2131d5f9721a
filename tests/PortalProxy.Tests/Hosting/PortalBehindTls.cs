using PortalProxy.Tests.Infrastructure;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.Hosting;

/// <summary>A portal behind a proxy that ends TLS, which other sites may embed and which listens to one name; shared by the tests of one class.</summary>
public sealed class PortalBehindTls : IAsyncLifetime
{
    /// <summary>What the proxy adds to a request.</summary>
    public const string Forwarded = "X-Forwarded-For: 203.0.113.7|X-Forwarded-Proto: https|X-Forwarded-Host: help.example.com";

    public const string MayEmbed = "https://www.example.com https://*.example.org";

    private Stand? appliance;

    public Portal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        appliance = await Simulated.StartAsync();
        Portal = await Portal.Before(
            appliance,
            ("AllowedHosts", "help.example.com"),
            ("Portal:TrustedProxies:0", "127.0.0.0/8"),
            ("Portal:FrameAncestors:0", "https://www.example.com"),
            ("Portal:FrameAncestors:1", "https://*.example.org"),
            ("ReloadStaticAssetsAtRuntime", "false")).WithDirectoryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await (appliance?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
