using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using PortalProxy.Check;
using PortalProxy.SimulatedAppliance;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.Check;

/// <summary>One run of <c>check</c>, with what it printed and its exit code.</summary>
internal sealed record CheckRun(int ExitCode, string Output, string Errors)
{
    public const string Password = "simulated";
    public const string ClientSecret = "simulated-secret";

    /// <summary>Every step's verdict and words, from <c>--json</c>.</summary>
    public IReadOnlyList<Line> Lines { get; private init; } = [];

    public IReadOnlyList<string> Proposals { get; private init; } = [];

    public static async Task<CheckRun> OfAsync(params string[] arguments)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        await using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var exitCode = await CheckCommand.RunAsync(arguments, output, errors, TestContext.Current.CancellationToken);
        return new(exitCode, output.ToString(), errors.ToString());
    }

    /// <summary>The same run for machines, taken apart.</summary>
    public static async Task<CheckRun> ReadAsync(params string[] arguments)
    {
        var run = await OfAsync(["--json", .. arguments]);
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        return run with
        {
            Lines = [.. root.GetProperty("sections").EnumerateArray()
                .SelectMany(section => section.GetProperty("findings").EnumerateArray()
                    .Select(finding => new Line(
                        section.GetProperty("title").GetString()!,
                        finding.GetProperty("step").GetString()!,
                        finding.GetProperty("verdict").GetString()!,
                        finding.GetProperty("detail").GetString()!,
                        finding.GetProperty("remedy").GetString(),
                        finding.GetProperty("facts").Clone())))],
            Proposals = [.. root.GetProperty("proposals").EnumerateArray().Select(one => one.GetString()!)],
        };
    }

    /// <summary>Settings before a simulated appliance, with the account of its era.</summary>
    public static string[] Before(Stand appliance, Era era, params string[] more) =>
        [$"--Appliance:BaseUrl={appliance.Url}", .. AccountOf(era), $"--Appliance:SessionApi={DialectOf(era)}", .. more];

    public static string[] AccountOf(Era era) => era == Era.Guide2008
        ? ["--Appliance:Username=portal", $"--Appliance:Password={Password}"]
        : ["--Appliance:ClientId=portal-client", $"--Appliance:ClientSecret={ClientSecret}"];

    public static string DialectOf(Era era) => era == Era.Guide2008 ? "DownloadCustomerConnector" : "StartSession";

    /// <summary>An address on this machine where nobody listens.</summary>
    public static Uri Closed(string scheme = "http")
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"{scheme}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    /// <summary>The one line about a step.</summary>
    public Line Of(string step) => Assert.Single(Lines, line => line.Step == step);

    public string VerdictOf(string step) => Of(step).Verdict;

    /// <summary>That one step has failed, and those alone that come after it were not asked.</summary>
    public void FailedAt(string step, params string[] notAsked)
    {
        Assert.Equal(1, ExitCode);
        Assert.Equal([step], Lines.Where(line => line.Verdict == "failed").Select(line => line.Step));
        Assert.NotNull(Of(step).Remedy);
        Assert.Equal(notAsked, Lines.Where(line => line.Verdict == "notAsked").Select(line => line.Step));
    }

    internal sealed record Line(string Section, string Step, string Verdict, string Detail, string? Remedy, JsonElement Facts);
}
