using System.Diagnostics;
using PortalProxy.Appliance;
using PortalProxy.Tests.Infrastructure;
using Serilog.Events;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>
/// Whatever an appliance does in the place of handing a client over, in both dialects, for people and for programs: the stated status
/// in the stated time, the portal's own words with what was typed, and one event of the log that names the cause and nobody.
/// </summary>
public sealed class UpstreamFaultTests(FaultyAppliances faulty) : IClassFixture<FaultyAppliances>
{
    private const string Ended = "Connector request by";
    private const string Typed = "Qzx7Vww";
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, string> Headings = new()
    {
        ["ApplianceFailed"] = "We can’t start the session right now",
        ["TooSlow"] = "This takes too long",
        ["Refused"] = "Your request could not be passed on",
    };

    public static MatrixTheoryData<string, SessionApi, bool> Answers =>
        new([.. UpstreamFault.All.Select(one => one.Name)], Enum.GetValues<SessionApi>(), [false, true]);

    public static MatrixTheoryData<string, SessionApi, bool> Addresses =>
        new(["refuses connections", "has no such name", "shows a stranger's certificate", "never says hello"], Enum.GetValues<SessionApi>(), [false, true]);

    [Theory, MemberData(nameof(Answers))]
    public Task What_is_no_client_becomes_the_portals_own_words(string fault, SessionApi dialect, bool asProgram)
    {
        var one = UpstreamFault.Of(fault);
        return AssertAsync(faulty.Before(one, dialect), one, asProgram);
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task Who_can_not_be_reached_is_told_in_the_same_words(string fault, SessionApi dialect, bool asProgram)
    {
        await using var stranger = await TinyAppliance.StartAsync(new PrivateAuthority().IssueFor("localhost"));
        var (address, cause) = fault switch
        {
            "refuses connections" => (faulty.Refusing, "ConnectionRefused"),
            "has no such name" => ("http://support.invalid", "NameResolutionError"),
            "never says hello" => (faulty.Silent, "ConnectionError"),
            _ => (stranger.Url.AbsoluteUri, "SecureConnectionError"),
        };
        var one = new UpstreamFault(fault, "ApplianceFailed", cause, _ => Task.CompletedTask)
        {
            TimeOut = address == faulty.Silent ? "Appliance:ConnectTimeout" : null,
        };

        await AssertAsync(faulty.Before(one, dialect, address), one, asProgram);
    }

    private static async Task AssertAsync(Portal portal, UpstreamFault fault, bool asProgram)
    {
        var before = portal.Log.All.Count;
        var wait = Stopwatch.StartNew();
        using var answer = await portal.PostAsync(
            PortalRequests.Door,
            $"issue_menu=1&id=3&customer_name={Typed}&customer_company={Typed}&customer_company_code={Typed}&customer_desc={Typed}&external_key={Typed}",
            asProgram ? "application/json" : "text/html,*/*;q=0.8");

        Assert.Equal(fault.Status, (int)answer.StatusCode);
        Assert.InRange(wait.Elapsed, fault.TimeOut is null ? TimeSpan.Zero : UpstreamFault.Limit * 0.9, UpstreamFault.Limit + Slack);
        Assert.Equal("no-store", answer.Raw("Cache-Control"));
        Assert.Null(answer.Raw("Set-Cookie"));
        if (fault.Status == 200)
        {
            Assert.Equal("MZ"u8.ToArray(), await answer.BytesAsync());
        }
        else
        {
            Assert.Null(answer.Raw("Content-Disposition"));
            Assert.Null(answer.Raw("Location"));
            await AssertWordsAsync(answer, Headings[fault.Outcome], asProgram);
        }

        AssertLog(portal, fault, await SinceAsync(portal, before));
    }

    private static async Task AssertWordsAsync(HttpResponseMessage answer, string heading, bool asProgram)
    {
        if (asProgram)
        {
            var problem = await answer.ProblemAsync();
            Assert.Equal((int)answer.StatusCode, problem["status"]!.GetValue<int>());
            Assert.Equal(heading, problem["title"]!.GetValue<string>());
            Assert.Matches("^[2-9A-Z]{8}$", problem["reference"]!.GetValue<string>());
            Assert.DoesNotContain(UpstreamFault.Said, problem.ToJsonString());
            return;
        }

        var page = new Page(answer.StatusCode, await answer.PageAsync());
        Assert.Equal(heading, page.Heading);
        Assert.Matches("^[2-9A-Z]{8}$", page.One(".reference strong").TextContent);
        Assert.All(
            ["customer_name", "customer_company", "customer_company_code", "customer_desc", "external_key"],
            name => Assert.Equal(Typed, page.Typed($"#issue form [name={name}]")));
        Assert.DoesNotContain(UpstreamFault.Said, page.Document.DocumentElement.OuterHtml);
        Assert.DoesNotContain(Typed, page.Title);
    }

    private static async Task<IReadOnlyList<LogEvent>> SinceAsync(Portal portal, int before)
    {
        await Poll.UntilAsync(
            () => portal.Log.All.Skip(before).Any(one => one.MessageTemplate.Text.StartsWith("{RequestMethod}", StringComparison.Ordinal)), "the request is logged");
        return [.. portal.Log.All.Skip(before)];
    }

    private static void AssertLog(Portal portal, UpstreamFault fault, IReadOnlyList<LogEvent> events)
    {
        var ended = Assert.Single(events, one => one.MessageTemplate.Text.StartsWith(Ended, StringComparison.Ordinal));
        Assert.Equal(fault.Outcome, ended.Properties["Outcome"].ToString());
        Assert.Contains(fault.Cause, ended.Properties["Cause"].ToString());
        Assert.Equal(fault.Status >= 500 ? LogEventLevel.Warning : LogEventLevel.Information, ended.Level);

        // A bad certificate is named in an event of its own, once for all requests.
        Assert.DoesNotContain(events, one =>
            one.Level >= LogEventLevel.Warning && one != ended && !one.MessageTemplate.Text.StartsWith("The certificate of", StringComparison.Ordinal));
        Assert.DoesNotContain(Typed, portal.Log.AsText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(UpstreamFault.Said, portal.Log.AsText(), StringComparison.OrdinalIgnoreCase);
    }
}
