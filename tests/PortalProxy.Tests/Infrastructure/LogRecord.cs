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

    public IReadOnlyList<LogEvent> All => [.. events];

    public void Emit(LogEvent logEvent) => events.Enqueue(logEvent);

    /// <summary>Events whose message template holds a text.</summary>
    public IReadOnlyList<LogEvent> Having(string text) =>
        [.. events.Where(one => one.MessageTemplate.Text.Contains(text, StringComparison.Ordinal))];

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
}
