using PortalProxy.Soak.Findings;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Soak.Stage;

/// <summary>One process of the published portal, from its start to its end.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private readonly PortalProcess process;
    private readonly HttpClient probe = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Task listening;

    private Replica(string name, PortalProcess process, Uri url, Ledger ledger)
    {
        (Name, this.process, Url) = (name, process, url);
        listening = new PortalLog(ledger).ReadAsync(process);
        Fresh = Footprint.Of(process.Id);
    }

    public string Name { get; }

    public Uri Url { get; }

    /// <summary>As it was when it had just started.</summary>
    public Footprint Fresh { get; }

    /// <summary>As it was after its warm-up, idle.</summary>
    public Footprint? Warm { get; set; }

    /// <summary>Whether customers may be sent to it.</summary>
    public bool IsInService { get; set; }

    /// <summary>What it holds and can't let go.</summary>
    public async Task<Footprint> MeasureAsync(CancellationToken cancellationToken)
    {
        await Collection.ForceAsync(process.Id, cancellationToken);
        return Footprint.Of(process.Id);
    }

    public static async Task<Replica> StartAsync(string name, string folder, (string Name, string Value)[] settings, Ledger ledger)
    {
        var process = PortalProcess.StartIn(folder, "Production", [], settings);
        try
        {
            return new(name, process, await process.AddressAsync(), ledger);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a load balancer asks.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken) => await AskAsync("/readyz", cancellationToken) is not null;

    /// <summary>Whether it has asked the appliance who is there: pages of before that say that nobody can tell.</summary>
    public async Task<bool> KnowsWhoIsThereAsync(CancellationToken cancellationToken) =>
        await AskAsync("/availability", cancellationToken) is { } text && text.Contains("\"people\"", StringComparison.Ordinal);

    /// <returns>Null where it says no, where its port is closed, or where it is too busy to answer.</returns>
    private async Task<string?> AskAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await probe.GetStringAsync(new Uri(Url, path), cancellationToken);
        }
        catch (Exception none) when (none is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Asks it to stop and waits for its end, however long its downloads take.</summary>
    public async Task StopAsync(Ledger ledger)
    {
        await process.TerminateAsync();
        var (exitCode, errors) = await process.EndAsync();
        if (exitCode != 0 || errors.Length > 0)
            ledger.Fault($"{Name} ended with exit code {exitCode}: {errors}");
        await listening;
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await listening;
        probe.Dispose();
    }
}
