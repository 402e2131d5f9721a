using PortalProxy.Soak.Findings;

namespace PortalProxy.Soak.Stage;

/// <summary>What a portal held after its warm-up, and what it holds when the last customer has left.</summary>
/// <param name="Name">Which portal.</param>
/// <param name="Fresh">Just started.</param>
/// <param name="Warm">After its warm-up, idle.</param>
/// <param name="End">After everything, idle.</param>
internal sealed record Settled(string Name, Footprint Fresh, Footprint Warm, Footprint End);

/// <summary>Waits, with nobody there, until the portals have become what they were, or for as long as that may take.</summary>
internal sealed class Settling(Scene scene, Ledger ledger)
{
    /// <summary>Between the last customer and a look that counts.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Idle connections to the appliance are kept for a minute or two.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    /// <summary>MB above the warm-up: what the collector keeps of the busiest time, since nothing but need makes it give memory back.</summary>
    private const double MemoryMargin = 40;

    /// <summary>Files and sockets above a fresh start.</summary>
    private const int DescriptorMargin = 12;

    public async Task<IReadOnlyList<Settled>> WaitAsync(CancellationToken stop)
    {
        await Task.Delay(Pause, stop);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        while (Look() is var looks && !looks.All(HasSettled) && !patience.IsCancellationRequested)
            await Task.Delay(TimeSpan.FromSeconds(1), patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.ThrowIfCancellationRequested();

        var settled = Look();
        foreach (var one in settled.Where(one => !HasSettled(one)))
            ledger.Fault($"{one.Name} did not become what it was: warm {one.Warm}, fresh {one.Fresh.Descriptors} descriptors, at the end {one.End}");
        return settled;
    }

    private List<Settled> Look() => [.. scene.Replicas.Select(one => new Settled(one.Name, one.Fresh, one.Warm!, one.Now))];

    private static bool HasSettled(Settled one) =>
        one.End.Proportional <= one.Warm.Proportional + MemoryMargin && one.End.Descriptors <= one.Fresh.Descriptors + DescriptorMargin;
}
