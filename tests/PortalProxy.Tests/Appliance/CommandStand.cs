using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PortalProxy.Appliance;
using PortalProxy.Tests.Infrastructure;
using Serilog;

namespace PortalProxy.Tests.Appliance;

/// <summary>The room Appliance as the portal puts it together, with an OAuth account at a tiny appliance.</summary>
internal sealed class CommandStand : IAsyncDisposable
{
    public const string ClientId = "0123abcd";
    public const string ClientSecret = "op%n+s sé/=";

    private readonly ServiceProvider services;

    private CommandStand(TinyAppliance appliance, ServiceProvider services, LogRecord log) =>
        (Appliance, this.services, Log) = (appliance, services, log);

    public TinyAppliance Appliance { get; }

    public LogRecord Log { get; }

    public CommandApi Api => services.GetRequiredService<CommandApi>();

    public ApplianceAddresses Addresses => services.GetRequiredService<ApplianceAddresses>();

    public SupportDirectory Directory => services.GetRequiredService<SupportDirectory>();

    public static async Task<CommandStand> StartAsync(TimeProvider time, params (string Key, string Value)[] settings) =>
        Before(await TinyAppliance.StartAsync(), time, settings);

    public static CommandStand Before(TinyAppliance appliance, TimeProvider time, params (string Key, string Value)[] settings)
    {
        (string Key, string Value)[] all =
        [
            ("Appliance:BaseUrl", appliance.Url.AbsoluteUri),
            ("Appliance:ClientId", ClientId),
            ("Appliance:ClientSecret", ClientSecret),
            .. settings,
        ];
        var options = PortalSettings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(all.GroupBy(one => one.Key, one => one.Value).Select(one => KeyValuePair.Create(one.Key, (string?)one.Last()))).Build()).Appliance;
        var log = new LogRecord();
        var everything = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(log).CreateLogger();
        return new(
            appliance,
            new ServiceCollection().AddSerilog(everything).AddSingleton(options).AddAppliance().AddSingleton(time).BuildServiceProvider(),
            log);
    }

    public Task AskAsync() => Api.GetLoggedInRepresentativesAsync(TestContext.Current.CancellationToken);

    public async Task<string> FailAsync() => (await Assert.ThrowsAsync<CommandApiException>(AskAsync)).Message;

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Appliance.DisposeAsync();
    }
}
