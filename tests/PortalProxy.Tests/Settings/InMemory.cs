using Microsoft.Extensions.Configuration;
using PortalProxy.Settings;

namespace PortalProxy.Tests.Settings;

/// <summary>Settings out of nowhere, with an address so that nothing else is missing.</summary>
internal static class InMemory
{
    public static IConfiguration Of(params (string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Appliance:BaseUrl", "https://support.example.com")])
        .AddInMemoryCollection(settings.GroupBy(one => one.Key, one => one.Value).Select(one => KeyValuePair.Create(one.Key, one.Last())))
        .Build();

    public static PortalSettings Read(params (string Key, string? Value)[] settings) => PortalSettings.Read(Of(settings));

    public static IReadOnlyList<string> MistakesIn(params (string Key, string? Value)[] settings) =>
        Assert.Throws<SettingsException>(() => Read(settings)).Mistakes;
}
