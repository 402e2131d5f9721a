using System.Collections.Concurrent;
using System.Diagnostics;

namespace PortalProxy.Soak.Findings;

/// <summary>Everything that was seen, counted. Safe for any number of customers.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<(string Kind, int Status), int> answers = [];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<double>> latencies = [];
    private readonly ConcurrentDictionary<DownloadEnd, int> downloads = [];
    private readonly ConcurrentDictionary<string, int> faults = [];
    private readonly ConcurrentDictionary<(string Level, string Template), int> events = [];
    private long bytes;
    private int elsewhere;

    public Troubles Troubles { get; } = new();

    public IReadOnlyDictionary<(string Kind, int Status), int> Answers => answers;

    public IReadOnlyDictionary<DownloadEnd, int> Downloads => downloads;

    /// <summary>What must not be, with how often it was.</summary>
    public IReadOnlyDictionary<string, int> Faults => faults;

    public bool IsWell => faults.IsEmpty;

    /// <summary>Events of the portals' logs, by what they say.</summary>
    public IReadOnlyDictionary<(string Level, string Template), int> Events => events;

    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>Requests that found a replica's port closed and went to another one.</summary>
    public int Elsewhere => elsewhere;

    /// <summary>An answer's status, and how long its head took.</summary>
    public void Answer(string kind, int status, long began)
    {
        answers.AddOrUpdate((kind, status), 1, (_, count) => count + 1);
        latencies.GetOrAdd(kind, _ => []).Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    public void Download(DownloadEnd end, long received)
    {
        downloads.AddOrUpdate(end, 1, (_, count) => count + 1);
        Interlocked.Add(ref bytes, received);
    }

    public void WentElsewhere() => Interlocked.Increment(ref elsewhere);

    public void Event(string level, string template) => events.AddOrUpdate((level, template), 1, (_, count) => count + 1);

    /// <summary>How many events begin so.</summary>
    public int EventsThat(string begin) =>
        events.Where(one => one.Key.Template.StartsWith(begin, StringComparison.Ordinal)).Sum(one => one.Value);

    /// <summary>Something that must not be. The same text is counted, not repeated.</summary>
    public void Fault(string text) => faults.AddOrUpdate(text, 1, (_, count) => count + 1);

    /// <summary>Milliseconds within which half, and 95 of 100, answers of a kind began.</summary>
    public (double Median, double Late) LatencyOf(string kind)
    {
        var sorted = latencies[kind].Order().ToList();
        return (sorted[sorted.Count / 2], sorted[sorted.Count * 95 / 100]);
    }
}
