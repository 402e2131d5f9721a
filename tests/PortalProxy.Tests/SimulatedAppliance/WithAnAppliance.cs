using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;
using Simulated = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.SimulatedAppliance;

/// <summary>A simulated appliance of its own for every test, and a client that follows no redirect.</summary>
public abstract class WithAnAppliance : IAsyncLifetime
{
    protected const string Connector = "/download_customer_connector.ns";

    protected const string StartSession = "/api/start_session";

    // Neither a multiple of a block nor less than one, so that the last, short block is sent too.
    protected const int ClientBytes = 200_001;

    // System.Uri would mend percent-encoding that a test means to be wrong.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected Simulated Appliance { get; private set; } = null!;

    protected HttpClient Http { get; private set; } = null!;

    protected ManualTime Time { get; } = new();

    public async ValueTask InitializeAsync() => await StartAsync(Options);

    /// <summary>For a test that needs another appliance than its class has.</summary>
    protected async Task PlayAsync(SimulatedApplianceOptions options)
    {
        await StopAsync();
        await StartAsync(options);
    }

    private async Task StartAsync(SimulatedApplianceOptions options)
    {
        Appliance = await Simulated.StartAsync(options with { ClientBytes = ClientBytes, Time = Time }, Cancel);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Appliance.Url };
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        GC.SuppressFinalize(this);
    }

    private async Task StopAsync()
    {
        Http.Dispose();
        await Appliance.DisposeAsync();
    }

    protected virtual SimulatedApplianceOptions Options => new();

    protected async Task<HttpResponseMessage> SendAsync(HttpMethod method, string target) =>
        await Http.SendAsync(new HttpRequestMessage(method, new Uri(Appliance.Url.GetLeftPart(UriPartial.Authority) + target, AsWritten)), Cancel);

    protected static string ConnectorOf(Era era) => era == Era.Current ? StartSession : Connector;

    protected static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
