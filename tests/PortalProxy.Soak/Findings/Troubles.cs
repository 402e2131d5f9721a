using System.Diagnostics;

namespace PortalProxy.Soak.Findings;

/// <summary>Remembers which trouble there was when, so that each answer is judged by the time it took.</summary>
internal sealed class Troubles
{
    private readonly Lock gate = new();
    private readonly List<Span> spans = [];

    /// <summary>Begins one; its end is the disposal of the result.</summary>
    public IDisposable Begin(Trouble trouble)
    {
        var span = new Span(trouble);
        lock (gate)
            spans.Add(span);
        return span;
    }

    /// <summary>Whether there was one of these at any time since a timestamp.</summary>
    public bool Since(long began, params Trouble[] wanted)
    {
        lock (gate)
            return spans.Exists(span => wanted.Contains(span.Trouble) && span.Until >= began);
    }

    private sealed class Span(Trouble trouble) : IDisposable
    {
        private long until = long.MaxValue;

        public Trouble Trouble => trouble;

        public long Until => Interlocked.Read(ref until);

        public void Dispose() => Interlocked.Exchange(ref until, Stopwatch.GetTimestamp());
    }
}
