using PortalProxy.Benchmarks.Load;
using PortalProxy.Benchmarks.Machine;
using PortalProxy.Benchmarks.Measures;
using PortalProxy.Benchmarks.Peers;
using PortalProxy.Benchmarks.Report;

namespace PortalProxy.Benchmarks.Growth;

/// <summary>
/// How the portal grows with its customers: more and more of them on slow lines, before one replica and before two, and what
/// somebody who comes then has to wait.
/// </summary>
internal static class GrowthRun
{
    public const string Throughput = "throughput, MB/s";
    public const string Memory = "memory of all replicas, MB";
    public const string Processor = "processor time, cores";
    public const string FirstByteMedian = "time to first byte, median, ms";
    public const string FirstByteWorst = "time to first byte, 99th percentile, ms";

    private const double Million = 1e6;
    private const double Megabyte = 1024 * 1024;
    private const int WarmUpRequests = 500;
    private static readonly int[] Replicas = [1, 2];

    /// <summary>What a sample of a run is called: how many replicas, how many customers.</summary>
    public static string NameOf(int replicas, int customers) => $"{replicas}/{customers}";

    public static async Task RunAsync(Workshop workshop, Plan plan, SampleFile samples)
    {
        await using var origin = await Origin.StartAsync(workshop);
        var first = samples.NextRound;
        for (var round = first; round < first + plan.Rounds; round++)
        {
            foreach (var replicas in Replicas)
            {
                foreach (var customers in plan.Growth)
                {
                    await RunAsync(workshop, plan, origin, replicas, customers, (figure, value) =>
                    {
                        samples.Append(new Sample(round, figure, NameOf(replicas, customers), value));
                        Console.WriteLine($"  {replicas} replicas, {customers} slow downloads: {figure}: {value:N2}");
                    });
                }
            }
        }
    }

    private static async Task RunAsync(Workshop workshop, Plan plan, Origin origin, int replicas, int customers, Action<string, double> add)
    {
        var portals = new List<ServerProcess>();
        try
        {
            for (var replica = 0; replica < replicas; replica++)
            {
                portals.Add(await AllPeers.Portal.StartAsync(workshop, origin.Port));
                _ = RoundTrips.Run(portals[replica].Port, Origin.SmallClient, WarmUpRequests);
            }

            using var readers = SlowReaders.Open([.. portals.Select(portal => portal.Port)], Origin.LargeClient, customers, SlowMemoryMeasure.BytesPerSecond);
            var spent = portals.Sum(portal => portal.Tree.CpuSeconds());
            var reading = Task.Factory.StartNew(
                () => readers.Read(plan.SlowReading), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            var waits = RoundTrips.Run(portals[0].Port, Origin.SmallClient, plan.RoundTrips);
            var (bytes, _) = await reading;

            add(Throughput, bytes / Million / plan.SlowReading.TotalSeconds);
            add(Processor, (portals.Sum(portal => portal.Tree.CpuSeconds()) - spent) / plan.SlowReading.TotalSeconds);
            add(Memory, portals.Sum(portal => portal.Tree.PssBytes()) / Megabyte);
            add(FirstByteMedian, RoundTrips.Quantile(waits, 0.5));
            add(FirstByteWorst, RoundTrips.Quantile(waits, 0.99));
        }
        finally
        {
            foreach (var portal in portals)
            {
                await portal.DisposeAsync();
            }
        }
    }
}
