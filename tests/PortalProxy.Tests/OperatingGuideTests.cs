using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PortalProxy.Telemetry;
using PortalProxy.Tests.Infrastructure;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests;

/// <summary>The tables of <c>docs/operating.md</c> against what the portal really logs and measures.</summary>
public sealed partial class OperatingGuideTests
{
    private const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operating.md"));

    [Fact]
    public void Every_log_event_is_in_it_with_its_level_and_it_names_no_other()
    {
        var logged = typeof(PortalSettings).Assembly.GetTypes()
            .Concat(typeof(Stand).Assembly.GetTypes())
            .SelectMany(type => type.GetMethods(All))
            .SelectMany(method => method.GetCustomAttributes<LoggerMessageAttribute>())
            .Select(one => $"{(one.Level == LogLevel.None ? LogLevel.Information : one.Level)}: {one.Message}")
            .ToList();

        Assert.True(logged.Count > 15);
        Assert.Equal(
            logged.Order(StringComparer.Ordinal), EventRow().Matches(Guide).Select(row => $"{row.Groups[1]}: {row.Groups[2]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_instrument_is_in_it_with_its_unit_and_kind_and_it_names_no_other()
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"));
        var meters = portal.Services.GetRequiredService<IMeterFactory>();
        using (await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1"))
        {
        }

        var measured = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == PortalMeter.Name && instrument.Meter.Scope == meters)
                    measured.Add($"{instrument.Name} {instrument.Unit} {KindOf(instrument)}");
            },
        };
        listener.Start();

        Assert.True(measured.Count > 7);
        Assert.Equal(
            measured.Order(StringComparer.Ordinal),
            InstrumentRow().Matches(Guide).Select(row => $"{row.Groups[1]} {row.Groups[2]} {row.Groups[3]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_way_and_outcome_that_is_counted_is_in_it()
    {
        var names = Enum.GetNames<PortalProxy.Connector.ConnectorWay>().Concat(Enum.GetNames<PortalProxy.Connector.ConnectorOutcome>());

        Assert.All(
            names.Select(System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName), name => Assert.Contains($"`{name}`", Guide));
    }

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        "Counter" => "counter",
        "UpDownCounter" => "up-down counter",
        "Histogram" => "histogram",
        "ObservableGauge" => "gauge",
        var other => other,
    };

    [GeneratedRegex(@"^\| (Information|Warning|Error) \| `([^`]+)` \| .+ \|$", RegexOptions.Multiline)]
    private static partial Regex EventRow();

    [GeneratedRegex(@"^\| `(portalproxy\.[a-z_.]+)` \| `([^`]+)` \| ([a-z -]+) \| ", RegexOptions.Multiline)]
    private static partial Regex InstrumentRow();
}
