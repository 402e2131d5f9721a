using System.Diagnostics;
using PortalProxy.Tests.Connector.Forwarding;
using PortalProxy.Tests.Infrastructure;
using Serilog.Events;

namespace PortalProxy.Tests.Appliance;

/// <summary>
/// Whatever the command API does, with both kinds of account: a page opens within two seconds, with the last list or with none, keys and
/// issues go on working, and the log names the cause once and nobody's private name.
/// </summary>
public sealed class CommandFaultTests : IAsyncLifetime
{
    private const string Failed = "The directory could not be fetched";
    private const string Reps = "<logged_in_reps><rep id='101'><public_display_name>Mary</public_display_name></rep></logged_in_reps>";
    private const string Teams = "<support_teams/>";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    // Room for a machine under load, and far from the ten seconds that a call may take.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(7);

    private readonly RawAppliance appliance = RawAppliance.Saying("");

    public static MatrixTheoryData<string, bool> Faults => new([.. CommandFault.All.Select(one => one.Name)], [false, true]);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => appliance.DisposeAsync();

    [Theory, MemberData(nameof(Faults))]
    public async Task A_page_that_never_had_a_list_opens_without_one(string name, bool hasPassword)
    {
        var fault = CommandFault.Of(name);
        appliance.Answer = exchange => AnswerAsync(exchange, fault.Answer);
        await using var portal = Start(fault, hasPassword);

        var wait = Stopwatch.StartNew();
        var page = await new Browser(portal.Client).OpenAsync("/");

        page.Is(200);
        Assert.InRange(wait.Elapsed, TimeSpan.Zero, LongestWait + Slack);
        Assert.Contains("We can’t see who is there right now.", page.One("#representatives").TextContent);
        Assert.True(page.Has("#session-key form") && page.Has("#issue form"));
        await AssertLogAsync(portal, fault);
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task A_page_that_had_a_list_keeps_it(string name, bool hasPassword)
    {
        var fault = CommandFault.Of(name);
        appliance.Answer = exchange => AnswerAsync(exchange, SayGoodAsync);
        await using var portal = await Start(fault, hasPassword, ("Appliance:DirectoryRefresh", "00:00:00.1000000")).WithDirectoryAsync();
        appliance.Answer = exchange => AnswerAsync(exchange, fault.Answer);

        await Poll.UntilAsync(
            async () =>
            {
                var wait = Stopwatch.StartNew();
                Assert.Equal(["Mary"], await NamesAsync(portal));
                Assert.InRange(wait.Elapsed, TimeSpan.Zero, LongestWait + Slack);
                return portal.Log.Having(Failed).Count > 0;
            },
            "the appliance is asked in vain");

        Assert.Equal(["Mary"], await NamesAsync(portal));
        await AssertLogAsync(portal, fault);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=nonsense\r\nContent-Length: 2\r\n\r\n{}", "No token: the answer holds no bearer token that can be used.")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nQx8Private", "No token: the answer is not the JSON of one.")]
    [InlineData("Qx8Private\r\n\r\n", "No token: the appliance could not be asked (")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n", "No token: /oauth2/token answered with status 302.")]
    [InlineData("", "No token: the appliance could not be asked (")]
    public async Task A_token_endpoint_that_gives_none_is_named_as_well(string said, string cause)
    {
        var fault = new CommandFault("", cause, exchange => exchange.SendAsync(said));
        appliance.Answer = fault.Answer;
        await using var portal = Start(fault, hasPassword: false);

        Assert.Contains("We can’t see who is there right now.", (await new Browser(portal.Client).OpenAsync("/")).Text);

        await AssertLogAsync(portal, fault);
    }

    [Theory]
    [InlineData("refuses connections", "Connection refused")]
    [InlineData("has no such name", "the appliance could not be asked (")]
    [InlineData("shows a stranger's certificate", "certificate")]
    [InlineData("never says hello", "ConnectTimeout")]
    public async Task One_that_can_not_be_reached_is_named_as_well(string name, string cause)
    {
        await using var stranger = await TinyAppliance.StartAsync(new PrivateAuthority().IssueFor("localhost"));
        await using var faulty = new FaultyAppliances();
        var address = name switch
        {
            "refuses connections" => faulty.Refusing,
            "has no such name" => "http://support.invalid",
            "never says hello" => faulty.Silent,
            _ => stranger.Url.AbsoluteUri,
        };
        await using var portal = Start(
            new(name, cause, _ => Task.CompletedTask), hasPassword: true, ("Appliance:BaseUrl", address), ("Appliance:ConnectTimeout", "00:00:00.3000000"));

        Assert.Contains("We can’t see who is there right now.", (await new Browser(portal.Client).OpenAsync("/")).Text);

        await AssertLogAsync(portal, new(name, cause, _ => Task.CompletedTask));
    }

    private Portal Start(CommandFault fault, bool hasPassword, params (string Key, string Value)[] settings)
    {
        (string, string)[] account = hasPassword
            ? [("Appliance:Username", "portal"), ("Appliance:Password", "open sesame")]
            : [("Appliance:ClientId", "portal"), ("Appliance:ClientSecret", "open sesame"), ("Appliance:SessionApi", "StartSession")];
        return appliance.StartPortal(
            [
                ("Serilog:MinimumLevel", "Verbose"), ("AllowedHosts", "localhost;127.0.0.1"),
                ("Appliance:CommandTimeout", fault.IsSlow ? "00:00:01" : "00:00:10"), .. account, .. settings,
            ]);
    }

    private static Task AnswerAsync(RawExchange exchange, Func<RawExchange, Task> command) =>
        exchange.Target == "/oauth2/token" ? SayAsync(exchange, TinyAppliance.TokenAnswer(1)) : command(exchange);

    private static Task SayGoodAsync(RawExchange exchange) =>
        SayAsync(exchange, exchange.Head.Contains("get_support_teams", StringComparison.Ordinal) ? Teams : Reps);

    private static Task SayAsync(RawExchange exchange, string body) =>
        exchange.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");

    private static async Task<IReadOnlyList<string>> NamesAsync(Portal portal)
    {
        var page = await new Browser(portal.Client).OpenAsync("/representatives");
        page.Is(200);
        return [.. page.Document.QuerySelectorAll("button.person").Select(one => one.TextContent)];
    }

    private static async Task AssertLogAsync(Portal portal, CommandFault fault)
    {
        var failed = Assert.Single(await portal.Log.WaitForAsync(Failed));
        Assert.Equal(LogEventLevel.Warning, failed.Level);
        Assert.Contains(fault.Cause, ((ScalarValue)failed.Properties["Cause"]).Value!.ToString());
        Assert.DoesNotContain(portal.Log.All, one =>
            one.Level >= LogEventLevel.Warning && one != failed && !one.MessageTemplate.Text.StartsWith("The certificate of", StringComparison.Ordinal));
        Assert.DoesNotContain(CommandFault.Private, portal.Log.AsText());
        Assert.DoesNotContain("sesame", portal.Log.AsText());
    }
}
