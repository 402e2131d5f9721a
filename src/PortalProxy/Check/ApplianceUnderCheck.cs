using PortalProxy.Appliance;
using PortalProxy.Appliance.Connection;

namespace PortalProxy.Check;

/// <summary>One of the appliance's addresses by itself, asked by the same classes that the portal uses.</summary>
internal sealed class ApplianceUnderCheck : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly HttpMessageInvoker http;

    public ApplianceUnderCheck(Uri address, ApplianceOptions settings)
    {
        Address = address;

        // Without its partners: a check that failed over would praise the wrong one.
        Options = settings with { BaseUrl = address, BackupUrls = [] };
        services = new ServiceCollection().AddLogging().AddSingleton(Options).AddAppliance().BuildServiceProvider();
        var handler = services.GetRequiredService<ApplianceConnections>().ForCommands();
        handler.ResponseHeaderEncodingSelector = (_, _) => System.Text.Encoding.Latin1;
        handler.MaxResponseDrainSize = 0;
        http = new(new ConnectDeadline(handler));
        Clients = new(address, settings, http);
    }

    public Uri Address { get; }

    public ApplianceOptions Options { get; }

    public CommandApi Commands => services.GetRequiredService<CommandApi>();

    public ServerCertificates Certificates => services.GetRequiredService<ServerCertificates>();

    public ClientQuestions Clients { get; }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await services.DisposeAsync();
    }
}
