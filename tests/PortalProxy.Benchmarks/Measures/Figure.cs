using System.Globalization;

namespace PortalProxy.Benchmarks.Measures;

/// <summary>One line of figures: what it is called, in what unit, and whether more of it is better.</summary>
internal sealed record Figure(string Name, string Unit, bool MoreIsBetter, int Decimals = 0)
{
    public static readonly Figure Streaming1 = new("Streaming a 20 MB client, 1 at a time", "MB/s", MoreIsBetter: true);
    public static readonly Figure Streaming8 = new("Streaming a 20 MB client, 8 at a time", "MB/s", MoreIsBetter: true);
    public static readonly Figure Streaming64 = new("Streaming a 20 MB client, 64 at a time", "MB/s", MoreIsBetter: true);
    public static readonly Figure CpuPerGigabyte = new("Processor time of the proxy, 8 at a time", "s per GB", MoreIsBetter: false, 2);
    public static readonly Figure FirstByteMedian = new("Time to first byte of a 1 KB client, median", "ms", MoreIsBetter: false, 3);
    public static readonly Figure FirstByteWorst = new("Time to first byte of a 1 KB client, 99th percentile", "ms", MoreIsBetter: false, 3);
    public static readonly Figure Requests = new("Connector requests for a 1 KB client, 64 at a time", "per s", MoreIsBetter: true);
    public static readonly Figure SlowMemory = new("Memory of the proxy for each slow download, 500 at 200 KB/s", "KB", MoreIsBetter: false);
    public static readonly Figure SlowShare = new("What the slowest of 500 readers got of its line", "%", MoreIsBetter: true);
    public static readonly Figure Pages = new("Portal page, 64 at a time", "per s", MoreIsBetter: true);
    public static readonly Figure CpuPerPage = new("Processor time of a portal page, 64 at a time", "µs", MoreIsBetter: false, 1);
    public static readonly Figure FirstAnswer = new("First page after the start of the process", "s", MoreIsBetter: false, 2);
    public static readonly Figure IdleMemory = new("Memory after the first page, idle", "MB", MoreIsBetter: false);
    public static readonly Figure EventMemory = new("Memory for each of 1,000 open event streams", "KB", MoreIsBetter: false, 1);
    public static readonly Figure EventCpu = new("Processor time while 1,000 event streams are open and nothing changes", "% of a core", MoreIsBetter: false, 1);
    public static readonly Figure EventPages = new("Portal page beside 1,000 event streams, 64 at a time", "per s", MoreIsBetter: true);

    public static IReadOnlyList<Figure> InOrder { get; } =
    [
        Streaming1, Streaming8, Streaming64, CpuPerGigabyte, SlowMemory, SlowShare, FirstByteMedian, FirstByteWorst, Requests, Pages,
        CpuPerPage, FirstAnswer, IdleMemory, EventMemory, EventCpu, EventPages,
    ];

    public string Format(double value) => value.ToString($"N{Decimals}", CultureInfo.InvariantCulture);
}
