using System.Text.Json;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>What a process in Production writes to standard output.</summary>
public sealed class LoggingTests
{
    [Fact]
    public async Task Each_event_is_one_line_of_JSON_and_said_once()
    {
        await using var portal = PortalProcess.Start("Production", ("Appliance__BaseUrl", "http://127.0.0.1:9"), ("Portal__DrainDelay", "00:00:00"));

        var lines = await Soon.Within(AllLinesAsync(portal));

        Assert.All(lines, line => Assert.StartsWith("20", JsonDocument.Parse(line).RootElement.GetProperty("@t").GetString(), StringComparison.Ordinal));
        Assert.Single(lines, line => line.Contains("Now listening on", StringComparison.Ordinal));
        Assert.Equal((0, ""), await portal.EndAsync());
    }

    private static async Task<IReadOnlyList<string>> AllLinesAsync(PortalProcess portal)
    {
        var lines = new List<string>();
        await foreach (var line in portal.Lines.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(line);
            if (line.Contains("Application started", StringComparison.Ordinal))
                await portal.TerminateAsync();
        }

        return lines;
    }
}
