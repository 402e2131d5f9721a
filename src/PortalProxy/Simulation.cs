using PortalProxy.Settings;
using PortalProxy.SimulatedAppliance;

namespace PortalProxy;

/// <summary>Demo mode: the portal brings a simulated appliance along on a free loopback port and is pointed at it.</summary>
internal sealed partial class Simulation : IAsyncDisposable
{
    private const int SmallestClient = 1;
    private const int LargestClient = 1024 * 1024 * 1024;
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(12);

    private readonly SimulatedAppliance.Appliance appliance;

    private Simulation(SimulatedAppliance.Appliance appliance) => this.appliance = appliance;

    /// <returns>Null where the settings name a real appliance, or where a setting of the simulation is wrong.</returns>
    public static async Task<Simulation?> StartIfAskedAsync(WebApplicationBuilder builder, SettingsLedger ledger)
    {
        var settings = new SettingReader(builder.Configuration.GetSection("Appliance"), "Appliance", ledger);
        var isAsked = settings.Flag("Simulated", otherwise: builder.Environment.IsDevelopment() && settings.Text("BaseUrl") is null);
        var options = new SimulatedApplianceOptions();
        options = options with { ClientBytes = settings.Whole("SimulatedClientBytes", options.ClientBytes, SmallestClient, LargestClient) };
        if (!isAsked || ledger.HasMistakes)
        {
            return null;
        }

        var appliance = await SimulatedAppliance.Appliance.StartAsync(options);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Appliance:BaseUrl", appliance.Url.AbsoluteUri),
            new("Appliance:Username", options.Username),
            new("Appliance:Password", options.Password),
            new("Appliance:ClientId", ""),
            new("Appliance:ClientSecret", ""),
        ]);
        return new Simulation(appliance);
    }

    /// <summary>Tells whoever started the portal where the appliance is steered, and a key to try.</summary>
    public void AnnounceIn(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var key = appliance.State.MakeKey("general", KeyLifetime);
        Log.Running(app.Services.GetRequiredService<ILogger<Simulation>>(), appliance.ControlPage, key.ShortKey);
    });

    public ValueTask DisposeAsync() => appliance.DisposeAsync();

    private static partial class Log
    {
        // The only key that is ever logged: it opens nothing but the simulation.
        [LoggerMessage(1, LogLevel.Information, "Simulated appliance: log representatives in and out at {ControlPage}. A session key to try: {Key}")]
        public static partial void Running(ILogger logger, Uri controlPage, string key);
    }
}
