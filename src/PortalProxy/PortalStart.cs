using System.Net.Sockets;
using PortalProxy.Appliance;
using PortalProxy.Connector;
using PortalProxy.Hosting;
using PortalProxy.Limits;
using PortalProxy.Pages;
using PortalProxy.PublicSites;
using PortalProxy.Redis;
using PortalProxy.Settings;
using PortalProxy.Telemetry;

namespace PortalProxy;

/// <summary>
/// What the portal and its check begin with, so that both see the same: the settings of every source, read and checked, and a
/// simulated appliance where they ask for one.
/// </summary>
internal sealed class PortalStart : IAsyncDisposable
{
    private readonly WebApplicationBuilder builder;
    private readonly Simulation? simulation;

    private PortalStart(WebApplicationBuilder builder, PortalSettings settings, Simulation? simulation) =>
        (this.builder, Settings, this.simulation) = (builder, settings, simulation);

    public PortalSettings Settings { get; }

    public bool IsSimulated => simulation is not null;

    /// <summary>Runs the portal until it is told to stop.</summary>
    /// <param name="args">Settings of the command line.</param>
    /// <param name="configure">Puts the pipeline together.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> ServeAsync(string[] args, Action<WebApplication, PortalSettings> configure)
    {
        try
        {
            await using var start = await FromAsync(args);
            var app = start.Build();
            configure(app, start.Settings);
            await app.RunAsync();
            return 0;
        }
        catch (SettingsException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
        catch (Exception failure) when (failure.GetBaseException() is SocketException)
        {
            await Console.Error.WriteLineAsync($"The portal can't listen: {failure.Message} Give ASPNETCORE_HTTP_PORTS and Portal:ManagementPort each a port that is free.");
            return 1;
        }
    }

    /// <exception cref="SettingsException">Some setting is missing or wrong; the exception names every one.</exception>
    public static async Task<PortalStart> FromAsync(string[] args)
    {
        var builder = CreateBuilder(args);
        builder.Configuration.AddSettingsFile();
        builder.Configuration.AddSecretsFolder();
        var ledger = new SettingsLedger();
        var simulation = await Simulation.StartIfAskedAsync(builder, ledger);
        try
        {
            return new(builder, PortalSettings.Read(builder.Configuration, ledger), simulation);
        }
        catch
        {
            await (simulation?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
    }

    /// <summary>The portal with everything registered and nothing in its pipeline yet.</summary>
    public WebApplication Build()
    {
        Settings.AddTo(builder.Services);
        builder.AddServer(Settings.Server, new(ApplianceRegistration.StateOf, SettingsReload.StateOf));
        builder.AddTelemetry(Settings.Export, isScraped: Settings.Server.ManagementPort != 0, isNoise: Health.IsAskedFor);
        builder.AddPortalLogging();
        builder.Services.AddPortalSecurityHeaders(PublicSiteRegistration.FrameAncestorsOf);
        builder.Services.AddAppliance().AddPublicSites().AddRedis().AddLimits().AddConnector(Settings.Appliance).AddPages();
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<SettingsReload>(services, builder.Configuration));
        builder.Services.AddHostedService(services => services.GetRequiredService<SettingsReload>());
        var app = builder.Build();
        simulation?.AnnounceIn(app);
        return app;
    }

    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        try
        {
            return WebApplication.CreateBuilder(args);
        }
        catch (InvalidDataException broken)
        {
            throw new SettingsException([$"{broken.Message} {broken.GetBaseException().Message}"]);
        }
    }

    public ValueTask DisposeAsync() => simulation?.DisposeAsync() ?? ValueTask.CompletedTask;
}
