using PortalProxy.Soak.Findings;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Soak.Stage;

/// <summary>Everything that stands behind the customers: two appliances, a Redis, two replicas of the portal. Its end is the end of all.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private static readonly string[] Names = ["portal A", "portal B"];

    private readonly string folder;
    private readonly Ledger ledger;
    private readonly Replica?[] replicas = new Replica?[Names.Length];

    private Scene(string folder, Ledger ledger, Appliances appliances, RedisServer redis)
    {
        (this.folder, this.ledger, Appliances, Redis) = (folder, ledger, appliances, redis);
        Balancer = new Balancer(() => Replicas);
    }

    public Appliances Appliances { get; }

    public RedisServer Redis { get; }

    public Balancer Balancer { get; }

    public IReadOnlyList<Replica> Replicas => [.. replicas.OfType<Replica>()];

    public int Places => replicas.Length;

    public static async Task<Scene> SetAsync(string folder, Ledger ledger) =>
        new(folder, ledger, await Appliances.StartAsync(), await RedisServer.StartAsync());

    /// <summary>Starts the portal of a place, not yet in service.</summary>
    public async Task<Replica> StartAsync(int place)
    {
        var replica = await Replica.StartAsync(Names[place], folder, Settings, ledger);
        replicas[place] = replica;
        return replica;
    }

    /// <summary>Asks the portal of a place to stop, as an orchestrator does, and waits for its end.</summary>
    public async Task StopAsync(int place)
    {
        await using var replica = replicas[place]!;
        await replica.StopAsync(ledger);
        replicas[place] = null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in Replicas)
            await replica.DisposeAsync();
        await Redis.DisposeAsync();
        await Appliances.DisposeAsync();
    }

    private (string Name, string Value)[] Settings =>
    [
        ("AllowedHosts", "127.0.0.1"),
        ("Appliance__BaseUrl", Appliances.MainUrl.AbsoluteUri),
        ("Appliance__BackupUrls__0", Appliances.BackupUrl.AbsoluteUri),
        ("Appliance__Username", "portal"),
        ("Appliance__Password", "simulated"),
        ("Appliance__ProbeInterval", "00:00:01"),
        ("ConnectionStrings__Redis", Redis.ConnectionString),
        ("Portal__DrainDelay", "00:00:03"),
        ("Portal__ShutdownTimeout", "00:00:50"),
        ("Portal__TrustedProxies__0", "127.0.0.0/8"), // Every customer comes with an address of its own.
    ];
}
