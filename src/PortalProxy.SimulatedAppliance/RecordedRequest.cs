namespace PortalProxy.SimulatedAppliance;

/// <summary>One request as it came over the wire.</summary>
/// <param name="Method">As sent.</param>
/// <param name="RawTarget">Path and query, every byte as received, one character per byte.</param>
/// <param name="Headers">All headers in their order, names and values as sent.</param>
/// <param name="Body">The body as UTF-8 text; empty without one.</param>
/// <param name="Parameters">Of the query, then of an urlencoded body: decoded, in order, repeated and unknown ones included.
/// One that is not valid percent-encoded UTF-8 stands here undecoded.</param>
public sealed record RecordedRequest(
    string Method,
    string RawTarget,
    IReadOnlyList<RecordedHeader> Headers,
    string Body,
    IReadOnlyList<RecordedParameter> Parameters)
{
    private readonly TaskCompletionSource<RequestEnding> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>When its head and body had arrived.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>False if the percent-encoding is wrong, or if there is a body of another kind than urlencoded.</summary>
    public bool Readable { get; init; } = true;

    /// <summary>The target without its query, not decoded.</summary>
    public string Path => RawTarget.Split('?', 2)[0];

    /// <summary>The name it asked the appliance under, with a port if one was sent; empty without a Host header.</summary>
    public string Host => Header("Host") ?? "";

    /// <summary>Completes when the answer has been written or the connection is gone.</summary>
    public Task<RequestEnding> Ended => ended.Task;

    /// <summary>The values of a header, joined by a comma as HTTP does; null if it was not sent.</summary>
    public string? Header(string name)
    {
        var values = Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return values.Count == 0 ? null : string.Join(", ", values.Select(header => header.Value));
    }

    /// <summary>All values of a parameter, in order; names are case-sensitive.</summary>
    public IReadOnlyList<string> Values(string name) =>
        [.. Parameters.Where(parameter => parameter.Name == name).Select(parameter => parameter.Value)];

    /// <summary>The first value of a parameter; null if it was not sent.</summary>
    public string? Value(string name) => Values(name) is [var first, ..] ? first : null;

    internal void End(RequestEnding ending) => ended.TrySetResult(ending);
}

/// <summary>A header, spelt as it was sent.</summary>
public sealed record RecordedHeader(string Name, string Value);

/// <summary>A parameter, decoded.</summary>
public sealed record RecordedParameter(string Name, string Value);

/// <summary>How the appliance's side of a request ended.</summary>
public enum RequestEnding
{
    /// <summary>The whole answer was written.</summary>
    Answered,

    /// <summary>The caller left, or the appliance broke off.</summary>
    Aborted,
}
