using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using PortalProxy.Appliance;
using PortalProxy.Settings;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Rules;

/// <summary>An unknown id makes the portal look again, but visitors must not be able to drive the appliance by it.</summary>
public sealed class SharedRefreshTests
{
    [Fact]
    public async Task The_directory_is_looked_at_again_after_ten_seconds_and_no_sooner()
    {
        await using var appliance = await Simulated.StartAsync();
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("A:BaseUrl", appliance.Url.AbsoluteUri), new("A:Username", "portal"), new("A:Password", "simulated")])
            .Build();
        var options = ApplianceOptions.Read(new SettingReader(settings.GetSection("A"), "A", new SettingsLedger()));
        using var http = new HttpClient();
        var clock = new HandClock();
        using var directory = new SupportDirectory(new CommandApi(http, options), options, clock, NullLogger<SupportDirectory>.Instance);
        var fetches = new List<int>();

        foreach (var seconds in new[] { 0, 9, 10, 19, 20 })
        {
            clock.Now = TimeSpan.FromSeconds(seconds).Ticks;
            await directory.GetFreshAsync(TestContext.Current.CancellationToken);
            fetches.Add(appliance.Requests.All.Count(request => request.Value("action") == "get_logged_in_reps"));
        }

        Assert.Equal([1, 1, 2, 2, 3], fetches);
    }

    private sealed class HandClock : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now;
    }
}
