namespace PortalProxy.Benchmarks.Measures;

/// <summary>How long and how much. The quick one proves that all works and judges nothing.</summary>
internal sealed record Plan
{
    public required int Rounds { get; init; }

    public required TimeSpan Streaming { get; init; }

    public required int RoundTrips { get; init; }

    public required TimeSpan Requests { get; init; }

    /// <summary>Until a runtime has compiled what it is asked for all the time.</summary>
    public required TimeSpan WarmUp { get; init; }

    public required int SlowReaders { get; init; }

    public required TimeSpan SlowReading { get; init; }

    public required int EventStreams { get; init; }

    /// <summary>Until a process that does nothing has settled.</summary>
    public required TimeSpan Rest { get; init; }

    public required IReadOnlyList<int> Growth { get; init; }

    public static Plan Full { get; } = new()
    {
        Rounds = 5,
        Streaming = TimeSpan.FromSeconds(2),
        RoundTrips = 2000,
        Requests = TimeSpan.FromSeconds(3),
        WarmUp = TimeSpan.FromSeconds(3),
        SlowReaders = 500,
        SlowReading = TimeSpan.FromSeconds(8),
        EventStreams = 1000,
        Rest = TimeSpan.FromSeconds(3),
        Growth = [1, 10, 100, 1000],
    };

    public static Plan Quick { get; } = new()
    {
        Rounds = 1,
        Streaming = TimeSpan.FromSeconds(0.3),
        RoundTrips = 50,
        Requests = TimeSpan.FromSeconds(1),
        WarmUp = TimeSpan.FromSeconds(1),
        SlowReaders = 20,
        SlowReading = TimeSpan.FromSeconds(1),
        EventStreams = 20,
        Rest = TimeSpan.FromSeconds(0.2),
        Growth = [1, 10],
    };
}
