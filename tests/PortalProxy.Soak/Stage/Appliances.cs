using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Soak.Stage;

/// <summary>An appliance and its failover partner, with clients that differ; both may die and return at their old addresses.</summary>
internal sealed class Appliances : IAsyncDisposable
{
    // More than the sockets between appliance and customer hold (some 8 MB): else no slow reader would ever be in mid-stream.
    private const int ClientBytes = 12 * 1024 * 1024;

    private static readonly SimulatedApplianceOptions MainOptions = new() { ClientBytes = ClientBytes, ClientSeed = 1 };
    private static readonly SimulatedApplianceOptions BackupOptions = new() { ClientBytes = ClientBytes + 4321, ClientSeed = 2 };

    private volatile Appliance main;
    private volatile Appliance backup;
    private volatile bool isMainAway;

    private Appliances(Appliance main, Appliance backup)
    {
        (this.main, this.backup) = (main, backup);
        (MainUrl, BackupUrl) = (main.Url, backup.Url);
        Clients = new Dictionary<string, long> { [main.Client.Sha256] = main.Client.Length, [backup.Client.Sha256] = backup.Client.Length };
    }

    public Uri MainUrl { get; }

    public Uri BackupUrl { get; }

    /// <summary>What may arrive: SHA-256 and length of either client.</summary>
    public IReadOnlyDictionary<string, long> Clients { get; }

    public static async Task<Appliances> StartAsync() => new(await Appliance.StartAsync(MainOptions), await Appliance.StartAsync(BackupOptions));

    /// <summary>A session key of the one that should be serving now.</summary>
    public GeneratedKey MakeKey() => (isMainAway ? backup : main).State.MakeKey("general", TimeSpan.FromMinutes(10));

    public async Task LoseMainAsync()
    {
        isMainAway = true;
        await main.DisposeAsync();
    }

    public async Task ReturnMainAsync()
    {
        main = await Appliance.StartAsync(MainOptions with { Url = MainUrl.AbsoluteUri });
        isMainAway = false;
    }

    public async Task LoseBackupAsync() => await backup.DisposeAsync();

    public async Task ReturnBackupAsync() => backup = await Appliance.StartAsync(BackupOptions with { Url = BackupUrl.AbsoluteUri });

    public async ValueTask DisposeAsync()
    {
        await main.DisposeAsync();
        await backup.DisposeAsync();
    }
}
