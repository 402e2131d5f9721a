using PortalProxy.Appliance;
using PortalProxy.Appliance.Connection;
using PortalProxy.Check.Client;

namespace PortalProxy.Check;

/// <summary>One of the appliance's addresses by itself, asked by the same classes that the portal uses.</summary>
internal sealed class ApplianceUnderCheck : IAsyncDisposable
{
    private const string ForClients = "clients";

    private readonly ServiceProvider services;

    public ApplianceUnderCheck(Uri address, ApplianceOptions settings)
    {
        Address = address;

        // Without its partners: a check that failed over would praise the wrong one.
        Options = settings with { BaseUrl = address, BackupUrls = [] };
        var room = new ServiceCollection().AddLogging().AddSingleton(Options).AddAppliance();
        room.AddHttpClient(ForClients, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(provider =>
                new ConnectDeadline(Prepared(provider.GetRequiredService<ApplianceConnections>().ForCommands())));
        services = room.BuildServiceProvider();
        Clients = new(address, settings, services.GetRequiredService<IHttpClientFactory>().CreateClient(ForClients));
    }

    public Uri Address { get; }

    public ApplianceOptions Options { get; }

    public CommandApi Commands => services.GetRequiredService<CommandApi>();

    public ServerCertificates Certificates => services.GetRequiredService<ServerCertificates>();

    public ClientQuestions Clients { get; }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    // As on the portal's way to clients: header bytes as they are, and a client that is not read on is cut at once.
    private static SocketsHttpHandler Prepared(SocketsHttpHandler handler)
    {
        handler.ResponseHeaderEncodingSelector = (_, _) => System.Text.Encoding.Latin1;
        handler.MaxResponseDrainSize = 0;
        return handler;
    }
}
