using Microsoft.Extensions.Configuration;

namespace PortalProxy.DeploymentTests.Infrastructure;

/// <summary>Environment variables and mounted secrets, read as the portal reads them.</summary>
public static class DeployedSettings
{
    /// <summary>How the keys begin that anybody reads: the portal looks for unknown ones within its own sections only.</summary>
    private static readonly string[] Known = ["Appliance:", "Portal:", "ConnectionStrings:", "Serilog:", "AllowedHosts", "ASPNETCORE_", "DOTNET_", "OTEL_"];

    /// <exception cref="Settings.SettingsException">The portal would not start with them.</exception>
    public static PortalSettings Read(IEnumerable<KeyValuePair<string, string>> variables)
    {
        var settings = PortalSettings.Read(ConfigurationOf(variables));
        Assert.Empty(settings.Unknown);
        Assert.All(variables, one => Assert.Contains(Known, KeyOf(one.Key).StartsWith));
        return settings;
    }

    private static IConfiguration ConfigurationOf(IEnumerable<KeyValuePair<string, string>> variables) =>
        new ConfigurationBuilder().AddInMemoryCollection(variables.Select(one => KeyValuePair.Create(KeyOf(one.Key), (string?)one.Value))).Build();

    private static string KeyOf(string variable) => variable.Replace("__", ":", StringComparison.Ordinal);
}
