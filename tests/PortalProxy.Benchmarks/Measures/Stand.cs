using PortalProxy.Benchmarks.Load;
using PortalProxy.Benchmarks.Machine;
using PortalProxy.Benchmarks.Peers;

namespace PortalProxy.Benchmarks.Measures;

/// <summary>The origin and all peers, running.</summary>
internal sealed class Stand : IAsyncDisposable
{
    /// <param name="Name">As the tables say it.</param>
    /// <param name="Port">Of 127.0.0.1.</param>
    /// <param name="Tree">Its processes; null where the origin itself is asked.</param>
    /// <param name="IsPortal">Whether it has pages.</param>
    internal sealed record Place(string Name, int Port, ProcessTree? Tree, bool IsPortal);

    private readonly List<ServerProcess> servers = [];

    private Stand(Workshop workshop, Origin origin) => (Workshop, Origin) = (workshop, origin);

    public Workshop Workshop { get; }

    public Origin Origin { get; }

    /// <summary>All peers, the way without any first.</summary>
    public IReadOnlyList<Place> Places { get; private set; } = [];

    public IReadOnlyList<Peer> Peers => AllPeers.Of(Workshop);

    public static async Task<Stand> SetUpAsync(Workshop workshop)
    {
        var stand = new Stand(workshop, await Origin.StartAsync(workshop));
        try
        {
            var places = new List<Place> { new(Peer.Direct, stand.Origin.Port, null, IsPortal: false) };
            foreach (var peer in stand.Peers)
            {
                var server = await peer.StartAsync(workshop, stand.Origin.Port);
                stand.servers.Add(server);
                places.Add(new(peer.Name, server.Port, server.Tree, peer.IsPortal));
            }

            stand.Places = places;
            stand.EnsureTheSameBytes();
            return stand;
        }
        catch
        {
            await stand.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }

        await Origin.DisposeAsync();
    }

    // A peer that hands over anything else would be fast at nothing. It is their warm-up as well.
    private void EnsureTheSameBytes()
    {
        using var direct = new CustomerConnection(Origin.Port);
        var client = direct.Read(Origin.LargeClient);
        foreach (var place in Places)
        {
            using var customer = new CustomerConnection(place.Port);
            if (!customer.Read(Origin.LargeClient).AsSpan().SequenceEqual(client))
            {
                throw new InvalidOperationException($"{place.Name} hands over other bytes than the origin.");
            }
        }
    }
}
