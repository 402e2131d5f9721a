using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using PortalProxy.Settings;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Settings;

/// <summary>What editors are told of the settings, against what the portal reads.</summary>
public sealed class SettingsSchemaTests : IDisposable
{
    private const string Schema = "$schema";

    private static readonly JsonNode Shipped = JsonNode.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "appsettings.json")),
        documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;

    // What only further sites have is read of the first one too, and means nothing there.
    private static readonly string[] OfFurtherSites = ["Portal:Hosts", "Portal:ApplianceHost"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_shipped_settings_are_valid_and_name_it()
    {
        Assert.Empty(SettingsSchema.FaultsOf(Shipped));
        Assert.Equal("./appsettings.schema.json", Shipped[Schema]!.GetValue<string>());
    }

    [Fact]
    public void It_is_for_editors_and_goes_along_with_no_portal() =>
        Assert.False(File.Exists(Path.Combine(AppContext.BaseDirectory, "appsettings.schema.json")));

    [Fact]
    public void Its_defaults_are_the_shipped_ones()
    {
        var own = SettingsSchema.All.Where(one => !one.Path.Contains('*', StringComparison.Ordinal) && one.Node["default"] is not null).ToList();

        Assert.True(own.Count > 60);
        Assert.All(own, one => Assert.Equal((one.Path, one.Node["default"]!.ToJsonString()), (one.Path, At(one.Path)?.ToJsonString())));
        Assert.Equal(
            LeavesOf(Shipped, "").Where(path => path != Schema).Order(StringComparer.Ordinal),
            own.Select(one => one.Path).Except(["Serilog:MinimumLevel:Default"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_that_the_portal_reads_is_in_it()
    {
        var read = Known("ClientId", "ClientSecret").Concat(Known("Username", "Password")).Except(OfFurtherSites).ToHashSet();

        Assert.Equal([], read.Where(path => SettingsSchema.PatternOf(path) is null));
    }

    [Fact]
    public void Every_setting_in_it_is_one_that_the_portal_reads()
    {
        var read = Known("ClientId", "ClientSecret").Concat(Known("Username", "Password")).Select(SettingsSchema.PatternOf).ToHashSet();

        // Read by the framework, which keeps no ledger.
        Assert.Equal([], SettingsSchema.All.Select(one => one.Path).Except(["AllowedHosts"]).Where(path => !read.Contains(path)));
    }

    [Fact]
    public void Every_setting_in_it_says_what_it_is() => Assert.All(
        SettingsSchema.All.Where(one => !one.Path.EndsWith('*')),
        one => Assert.True(one.Node["description"]?.GetValue<string>() is { Length: > 10 } text && text.EndsWith('.'), one.Path));

    [Fact]
    public void Its_examples_are_valid_by_its_own_word() => Assert.Empty(SettingsSchema.FaultsOf(SettingsSchema.Examples()));

    [Theory]
    [InlineData("Portal", "Isue", "true")]
    [InlineData("Portal", "Issue", "\"on\"")]
    [InlineData("Portal", "SessionKeyLength", "25")]
    [InlineData("Portal", "Notices", """[ { "Text": "x", "Severity": "loud" } ]""")]
    [InlineData("Portal", "Sites", """{ "sales": { "Name": "Sales" } }""")]
    [InlineData("Portal", "Sites", """{ "sales": { "Hosts": [ "a.example" ], "RateLimits": {} } }""")]
    [InlineData("Appliance", "AnswerTimeout", "\"30\"")]
    [InlineData("Appliance", "SessionApi", "\"Telnet\"")]
    public void What_the_portal_refuses_it_marks(string section, string key, string value)
    {
        var settings = Shipped.DeepClone();
        settings[section]![key] = JsonNode.Parse(value);

        Assert.NotEmpty(SettingsSchema.FaultsOf(settings));
    }

    [Fact]
    public async Task Its_limits_and_choices_are_those_of_the_portal()
    {
        var bounded = SettingsSchema.All.Where(one => !one.Path.Contains('*', StringComparison.Ordinal) && one.Node["maximum"] is not null).ToList();
        var chosen = SettingsSchema.All.Where(one => !one.Path.Contains('*', StringComparison.Ordinal) && one.Node["enum"] is not null).ToList();

        Assert.True(bounded.Count > 8 && chosen.Count > 1);
        foreach (var (path, node) in bounded)
        {
            var (least, most) = (node["minimum"]!.GetValue<int>(), node["maximum"]!.GetValue<int>());
            foreach (var (value, isGood) in new[] { (least, true), (most, true), (least - 1, false), (most + 1L, false) })
                Assert.Equal((path, value, isGood), (path, value, await IsGoodAsync(path, $"{value}")));
        }

        foreach (var (path, node) in chosen)
        {
            foreach (var value in node["enum"]!.AsArray().Select(one => one!.ToString()))
                Assert.True(await IsGoodAsync(path, value), $"{path}: {value}");
            Assert.False(await IsGoodAsync(path, "Other"));
        }
    }

    private static async Task<bool> IsGoodAsync(string path, string value) =>
        !(await MistakesInAsync(path, value)).Any(one => one.StartsWith(path, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> MistakesInAsync(string path, string value)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("Appliance:BaseUrl", "http://127.0.0.1:9"), new(path, value)]);
        var ledger = new SettingsLedger();
        await using var simulation = await Simulation.StartIfAskedAsync(builder, ledger);
        try
        {
            _ = PortalSettings.Read(builder.Configuration, ledger);
            return [];
        }
        catch (SettingsException wrong)
        {
            return wrong.Mistakes;
        }
    }

    /// <summary>What the portal asks for where everything is set but the account of another era.</summary>
    private IReadOnlyCollection<string> Known(params string[] otherAccount)
    {
        var settings = SettingsSchema.Examples();
        foreach (var key in otherAccount)
        {
            settings["Appliance"]!.AsObject().Remove(key);
        }

        settings["Appliance"]!["TrustedCertificates"] = folder.Write("ca.pem", new PrivateAuthority().Certificate.ExportCertificatePem());
        settings["Portal"]!["Logo"] = folder.Write("logo.svg", "<svg/>");
        settings["Portal"]!["SecretsFolder"] = folder.Path;
        settings["Portal"]!["SettingsFile"] = folder.Write("settings.json", "{}");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(settings.ToJsonString()));
        var configuration = new ConfigurationBuilder().AddJsonStream(stream).Build();
        var ledger = new SettingsLedger();
        Assert.Empty(PortalSettings.Read(configuration, ledger).Unknown);
        return ledger.Known;
    }

    private static JsonNode? At(string path) => path.Split(':').Aggregate((JsonNode?)Shipped, (node, key) => node?[key]);

    private static IEnumerable<string> LeavesOf(JsonNode node, string path) => node is JsonObject { Count: > 0 } group
        ? group.SelectMany(one => LeavesOf(one.Value!, path.Length == 0 ? one.Key : $"{path}:{one.Key}"))
        : [path];
}
