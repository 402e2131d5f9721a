using Microsoft.Extensions.Configuration;
using PortalProxy.Settings;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.DeploymentTests.Infrastructure;

/// <summary>Environment variables, a mounted file of settings and mounted secrets, read as the portal reads them.</summary>
public static class DeployedSettings
{
    /// <summary>How the keys begin that anybody reads: the portal looks for unknown ones within its own sections only.</summary>
    private static readonly string[] Known = ["Appliance:", "Portal:", "ConnectionStrings:", "Serilog:", "AllowedHosts", "ASPNETCORE_", "DOTNET_", "OTEL_"];

    /// <exception cref="SettingsException">The portal would not start with them.</exception>
    public static PortalSettings Read(IEnumerable<KeyValuePair<string, string>> variables)
    {
        using var configuration = new ConfigurationManager();
        configuration.AddJsonFile(Path.Combine(Repository.Root, "appsettings.json"));
        configuration.AddInMemoryCollection(variables.Select(one => KeyValuePair.Create(KeyOf(one.Key), (string?)one.Value)));
        configuration.AddSettingsFile();
        var settings = PortalSettings.Read(configuration);
        Assert.Empty(settings.Unknown);
        Assert.All(variables, one => Assert.Contains(Known, KeyOf(one.Key).StartsWith));
        return settings;
    }

    private static string KeyOf(string variable) => variable.Replace("__", ":", StringComparison.Ordinal);
}
