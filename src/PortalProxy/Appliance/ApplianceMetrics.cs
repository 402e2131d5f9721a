using System.Diagnostics.Metrics;
using PortalProxy.Telemetry;

namespace PortalProxy.Appliance;

/// <summary>What the portal knows of the appliance, as metrics. Whoever fetches them causes no request to the appliance.</summary>
internal sealed class ApplianceMetrics(IMeterFactory meters, SupportDirectory directory, ApplianceState state) : IHostedService
{
    private const string Address = "portalproxy.appliance";
    private const string IsListed = "portalproxy.listed";

    /// <summary>Observed instruments exist from the start, before anybody asks for the directory.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var meter = meters.Portal;
        meter.CreateObservableGauge("portalproxy.appliance.up", Up, "{appliance}", "1 where the appliance answered when it was last asked, else 0.");
        meter.CreateObservableGauge("portalproxy.directory.age", Age, "s", "Time since the directory was last fetched.");
        meter.CreateObservableGauge(
            "portalproxy.directory.representatives", Representatives, "{representative}", "Representatives who were logged in when the directory was last fetched.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<Measurement<int>> Up() =>
        state.Addresses.Select(one => new Measurement<int>(one.Value ? 1 : 0, new KeyValuePair<string, object?>(Address, one.Key)));

    private IEnumerable<Measurement<double>> Age() => directory.Last is { } last ? [new(last.Age.TotalSeconds)] : [];

    private IEnumerable<Measurement<int>> Representatives() => directory.Last is { } last
        ? [Count(last.Snapshot, isListed: true), Count(last.Snapshot, isListed: false)]
        : [];

    private static Measurement<int> Count(DirectorySnapshot snapshot, bool isListed) => new(
        snapshot.LoggedIn.Count(one => one.OnList == isListed), new KeyValuePair<string, object?>(IsListed, isListed));
}
