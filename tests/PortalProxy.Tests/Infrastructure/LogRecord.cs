using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>Every event that the portal logs, as objects and as the JSON of Production.</summary>
public sealed class LogRecord : ILogEventSink
{
    private readonly ConcurrentQueue<LogEvent> events = new();
    private volatile TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<LogEvent> All => [.. events];

    public void Emit(LogEvent logEvent)
    {
        events.Enqueue(logEvent);
        Interlocked.Exchange(ref arrived, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <summary>Events whose message template holds a text.</summary>
    public IReadOnlyList<LogEvent> Having(string text) =>
        [.. events.Where(one => one.MessageTemplate.Text.Contains(text, StringComparison.Ordinal))];

    /// <summary>As <see cref="Having"/>, once there are enough: the log is written after the answer, so tests wait for it.</summary>
    public Task<IReadOnlyList<LogEvent>> WaitForAsync(string text, int count = 1) => WaitAsync(() => Having(text), count);

    /// <summary>The same, for events that fit.</summary>
    public Task<IReadOnlyList<LogEvent>> WaitForAsync(string text, Func<LogEvent, bool> fits) =>
        WaitAsync(() => [.. Having(text).Where(fits)], 1);

    /// <summary>All of it in one string, to look for what must not be there.</summary>
    public string AsText()
    {
        using var text = new StringWriter(new StringBuilder(), CultureInfo.InvariantCulture);
        var json = new CompactJsonFormatter();
        foreach (var one in events)
        {
            json.Format(one, text);
            text.WriteLine(one.RenderMessage(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private async Task<IReadOnlyList<LogEvent>> WaitAsync(Func<IReadOnlyList<LogEvent>> find, int count)
    {
        while (true)
        {
            var next = arrived.Task;
            if (find() is { } found && found.Count >= count)
                return found;
            await Soon.Within(next);
        }
    }
}
