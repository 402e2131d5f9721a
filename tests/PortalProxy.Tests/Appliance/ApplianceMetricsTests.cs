using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Time.Testing;
using PortalProxy.Appliance;
using PortalProxy.Telemetry;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Appliance;

/// <summary>The directory, as numbers.</summary>
public sealed class ApplianceMetricsTests
{
    [Fact]
    public async Task The_directory_has_an_age_and_people_once_it_was_loaded_and_looking_at_them_asks_nobody()
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = Portal.Before(appliance);
        using var age = CollectorOf<double>(portal, "portalproxy.directory.age");
        using var people = CollectorOf<int>(portal, "portalproxy.directory.representatives");
        age.RecordObservableInstruments();
        people.RecordObservableInstruments();
        Assert.Empty(age.GetMeasurementSnapshot());
        Assert.Empty(people.GetMeasurementSnapshot());
        Assert.Empty(appliance.Requests.All);

        await portal.WithDirectoryAsync();
        age.RecordObservableInstruments();
        people.RecordObservableInstruments();

        Assert.InRange(Assert.Single(age.GetMeasurementSnapshot()).Value, 0, 60);
        var there = people.GetMeasurementSnapshot().ToDictionary(one => (bool)one.Tags["portalproxy.listed"]!, one => one.Value);
        Assert.Equal(appliance.State.LoggedIn.Count(one => one.Representative.OnList), there[true]);
        Assert.Equal(appliance.State.LoggedIn.Count(one => !one.Representative.OnList), there[false]);
    }

    [Fact]
    public async Task The_age_is_the_seconds_since_the_last_fetch()
    {
        var time = new FakeTimeProvider();
        await using var appliance = await Simulated.StartAsync();
        await using var portal = await Portal.With(
            services => services.AddSingleton<TimeProvider>(time),
            ("Appliance:BaseUrl", appliance.Url.AbsoluteUri), ("Appliance:Username", "portal"), ("Appliance:Password", "simulated")).WithDirectoryAsync();
        using var age = CollectorOf<double>(portal, "portalproxy.directory.age");

        time.Advance(TimeSpan.FromMinutes(1.5));
        age.RecordObservableInstruments();
        await portal.Services.GetRequiredService<SupportDirectory>().GetFreshAsync(TestContext.Current.CancellationToken);
        age.RecordObservableInstruments();

        Assert.Equal([90, 0], age.GetMeasurementSnapshot().Select(one => one.Value));
    }

    private static MetricCollector<T> CollectorOf<T>(Portal portal, string name)
        where T : struct => new(portal.Services.GetRequiredService<IMeterFactory>(), PortalMeter.Name, name);
}
