using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>
/// Listens to every trace and metric of this process, whoever makes it, and keeps all their texts. Tests that run beside it are
/// heard as well, so it serves to look for what nobody may say.
/// </summary>
public sealed class Telltale : IDisposable
{
    private readonly ConcurrentBag<string> texts = [];
    private readonly ActivityListener traces;
    private readonly MeterListener metrics = new();

    public Telltale()
    {
        traces = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(traces);
        metrics.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        metrics.SetMeasurementEventCallback<byte>(Hear);
        metrics.SetMeasurementEventCallback<short>(Hear);
        metrics.SetMeasurementEventCallback<int>(Hear);
        metrics.SetMeasurementEventCallback<long>(Hear);
        metrics.SetMeasurementEventCallback<float>(Hear);
        metrics.SetMeasurementEventCallback<double>(Hear);
        metrics.SetMeasurementEventCallback<decimal>(Hear);
        metrics.Start();
    }

    /// <summary>Everything that was said and holds a text, in whatever case.</summary>
    public IReadOnlyList<string> Having(string text)
    {
        metrics.RecordObservableInstruments();
        return [.. texts.Where(one => one.Contains(text, StringComparison.OrdinalIgnoreCase)).Distinct()];
    }

    /// <summary>Whether anybody said something about a source of traces or an instrument.</summary>
    public bool Heard(string name) => texts.Any(one => one.StartsWith(name + " ", StringComparison.Ordinal));

    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
    }

    private void Hear(Activity activity)
    {
        var tags = activity.TagObjects.Concat(activity.Events.SelectMany(one => one.Tags));
        texts.Add($"{activity.Source.Name} {activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {activity.TraceStateString} "
            + $"{Text(tags)} {string.Join(' ', activity.Baggage)} {string.Join(' ', activity.Events.Select(one => one.Name))}");
    }

    private void Hear<T>(Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        texts.Add($"{instrument.Name} {Text(tags.ToArray())}");

    private static string Text(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
