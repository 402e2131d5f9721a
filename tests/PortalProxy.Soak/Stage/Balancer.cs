using System.Security.Cryptography;

namespace PortalProxy.Soak.Stage;

/// <summary>Chooses the replica for each request: any that is in service and ready, as a load balancer without memory does.</summary>
internal sealed class Balancer(Func<IReadOnlyList<Replica>> replicas)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private volatile IReadOnlyList<Replica> ready = [];

    /// <summary>Where the next request goes.</summary>
    public Uri Next()
    {
        var choice = ready;
        return choice.Count > 0
            ? choice[RandomNumberGenerator.GetInt32(choice.Count)].Url
            : throw new InvalidOperationException("No replica is ready.");
    }

    /// <summary>Looks at all that are in service.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var found = new List<Replica>();
        foreach (var replica in replicas().Where(one => one.IsInService))
        {
            if (await replica.IsReadyAsync(cancellationToken))
                found.Add(replica);
        }

        ready = found;
    }

    /// <summary>Looks again and again, until it is told to end.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var ticks = new PeriodicTimer(Interval);
        while (!cancellationToken.IsCancellationRequested)
        {
            await LookAsync(CancellationToken.None);
            await ticks.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
