using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace PortalProxy.Tests.Settings;

/// <summary>The <c>appsettings.json</c> at the top of the repository, as it lies beside the portal.</summary>
public sealed class ShippedSettingsTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "appsettings.json");
    private static readonly IConfiguration Shipped = new ConfigurationBuilder().AddJsonFile(File).Build();

    private static readonly PortalSettings Read = PortalSettings.Read(new ConfigurationBuilder()
        .AddJsonFile(File)
        .AddInMemoryCollection([new("Appliance:BaseUrl", "https://support.example.com")])
        .Build());

    [Fact]
    public void It_has_no_unknown_setting() => Assert.Empty(Read.Unknown);

    [Fact]
    public void It_says_what_holds_without_it()
    {
        var bare = InMemory.Read();

        // As JSON: lists have no equality of their own.
        Assert.Equal(JsonSerializer.Serialize(bare.Appliance), JsonSerializer.Serialize(Read.Appliance));
        Assert.Equal(JsonSerializer.Serialize(bare.Sites.All), JsonSerializer.Serialize(Read.Sites.All));
        Assert.Equal(bare.Server, Read.Server);
        Assert.Empty(Read.TrustedProxies.Networks);
        Assert.Equal(bare.RateLimits, Read.RateLimits);
    }

    [Theory]
    [InlineData("Appliance:BaseUrl", "")]
    [InlineData("Appliance:SessionApi", "DownloadCustomerConnector")]
    [InlineData("Appliance:SessionKeyParameter", "short_key")]
    [InlineData("Appliance:Username", "")]
    [InlineData("Appliance:Password", "")]
    [InlineData("Appliance:CommandPath", "")]
    [InlineData("Appliance:ConnectTimeout", "00:00:05")]
    [InlineData("Appliance:CommandTimeout", "00:00:10")]
    [InlineData("Appliance:AnswerTimeout", "00:00:30")]
    [InlineData("Appliance:IdleTimeout", "00:05:00")]
    [InlineData("Portal:Representatives", "True")]
    [InlineData("Portal:SessionKey", "True")]
    [InlineData("Portal:Issue", "True")]
    [InlineData("Portal:SessionKeyLength", "7")]
    [InlineData("Portal:RateLimits:RefusedKeysPerMinute", "10")]
    [InlineData("Portal:RateLimits:RefusedKeysPerHour", "60")]
    [InlineData("Portal:RateLimits:RefusedKeysPerMinuteInTotal", "300")]
    [InlineData("Portal:RateLimits:ConnectorRequestsPerMinute", "600")]
    [InlineData("Portal:RateLimits:PagesPerMinute", "600")]
    [InlineData("Portal:RateLimits:ConcurrentDownloads", "500")]
    public void It_holds_the_documented_default(string key, string value) => Assert.Equal(value, Shipped[key]);

    [Fact]
    public void It_documents_every_setting_that_the_portal_reads()
    {
        var asked = new Asked();
        _ = PortalSettings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Appliance:BaseUrl", "https://support.example.com")])
            .Add(asked)
            .Build());

        var documented = Shipped.AsEnumerable().Select(one => one.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.True(asked.Keys.Count > 15);

        // Serilog's longer spelling of its level, and what only further sites have.
        documented.UnionWith(["Serilog:MinimumLevel:Default", "Portal:Hosts", "Portal:ApplianceHost"]);

        // OpenTelemetry's own, which every program has.
        asked.Keys.RemoveWhere(key => key.StartsWith("OTEL_", StringComparison.Ordinal));
        Assert.Empty(asked.Keys.Except(documented, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Has no setting and remembers which it was asked for.</summary>
    private sealed class Asked : ConfigurationProvider, IConfigurationSource
    {
        public HashSet<string> Keys { get; } = [];

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            Keys.Add(key);
            value = null;
            return false;
        }
    }
}
