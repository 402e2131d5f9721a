using System.Text.Json;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Soak.Findings;

/// <summary>Reads what a portal logs: counts warnings, finds errors, exceptions and anything personal.</summary>
internal sealed class PortalLog(Ledger ledger)
{
    // Times and ids of traces are made of digits, and are nobody's.
    private static readonly string[] NotLookedAt = ["@t", "@tr", "@sp"];

    // What tells events of one kind apart.
    private static readonly string[] Told = ["Health", "Outcome", "Limit", "Cause"];

    public async Task ReadAsync(PortalProcess process)
    {
        await foreach (var line in process.Lines.ReadAllAsync())
            Read(line);
    }

    private void Read(string line)
    {
        using var entry = Parse(line);
        if (entry is null)
        {
            ledger.Fault($"A line of the log is no JSON: {line}");
            return;
        }

        var template = Told.Aggregate(
            TextOf(entry, "@mt"), (text, name) => text.Replace($"{{{name}}}", TextOf(entry, name), StringComparison.Ordinal));
        var level = TextOf(entry, "@l") is { Length: > 0 } said ? said : "Information";
        ledger.Event(level, template);
        if (level is "Error" or "Fatal" || entry.RootElement.TryGetProperty("@x", out _))
            ledger.Fault($"The log has an event of level {level}: {line}");

        foreach (var property in entry.RootElement.EnumerateObject().Where(one => !NotLookedAt.Contains(one.Name)))
        {
            if (property.Value.ValueKind != JsonValueKind.Number && Marks.AreIn(property.Value.ToString()))
                ledger.Fault($"Something personal stands in {property.Name} of \"{template}\".");
        }
    }

    private static string TextOf(JsonDocument entry, string name) =>
        entry.RootElement.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static JsonDocument? Parse(string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            return null; // Said by the caller, with the line.
        }
    }
}
