using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>When an appliance with a failover partner counts as down, and when as well again.</summary>
public sealed class FailoverHealthTests
{
    private const string Empty = "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static readonly (string Key, string Value) ProbeOften = ("Appliance:ProbeInterval", "00:00:00.1000000");
    private static readonly (string Key, string Value) ProbeSeldom = ("Appliance:ProbeInterval", "00:10:00");

    [Theory]
    [InlineData("200 OK")]
    [InlineData("404 Not Found")]
    [InlineData("302 Found\r\nLocation: /")]
    [InlineData("401 Unauthorized")]
    public async Task An_appliance_that_answers_its_health_question_or_does_not_know_it_stays(string status)
    {
        await using var primary = Answering("primary", () => status);
        await using var backup = Answering("backup", () => "200 OK");
        await using var portal = Before(primary, backup, ProbeOften);

        await ProbedAsync(primary, times: 5);

        Assert.Equal("primary", await DownloadAsync(portal));
        Assert.Empty(portal.Log.Having("is {Health} now"));
    }

    [Theory]
    [InlineData("500 Internal Server Error")]
    [InlineData("503 Service Unavailable")]
    public async Task An_appliance_that_says_it_is_ill_is_left_out_though_it_would_answer(string status)
    {
        await using var primary = Answering("primary", () => status);
        await using var backup = Answering("backup", () => "200 OK");
        await using var portal = Before(primary, backup, ProbeOften);

        await Poll.UntilAsync(async () => await DownloadAsync(portal) == "backup", "the backup serves");

        Assert.Equal($"\"status {status[..3]}\"", Assert.Single(portal.Log.Having("is {Health} now")).Properties["Cause"].ToString());
    }

    [Fact]
    public async Task One_that_comes_and_goes_does_not_pull_the_customers_to_and_fro()
    {
        var probes = 0;

        // Never three good ones in a row.
        await using var primary = Answering("primary", () => Interlocked.Increment(ref probes) % 3 == 1 ? "500 Ill" : "200 OK");
        await using var backup = Answering("backup", () => "200 OK");
        await using var portal = Before(primary, backup, ProbeOften);
        await Poll.UntilAsync(async () => await DownloadAsync(portal) == "backup", "the backup serves");

        for (var began = Volatile.Read(ref probes); Volatile.Read(ref probes) < began + 15;)
        {
            Assert.Equal("backup", await DownloadAsync(portal));
        }

        Assert.Single(portal.Log.Having("is {Health} now"));
    }

    [Fact]
    public async Task Where_both_are_down_both_are_tried()
    {
        var ill = true;
        await using var primary = Answering("primary", () => "500 Ill");
        await using var backup = Answering("backup", () => ill ? "500 Ill" : "200 OK");
        await using var portal = Before(primary, backup, ProbeOften);

        await Poll.UntilAsync(() => portal.Log.Having("is {Health} now").Count == 2, "both are known to be ill");

        Assert.Equal("primary", await DownloadAsync(portal));
        ill = false;
        await Poll.UntilAsync(async () => await DownloadAsync(portal) == "backup", "the one that is well again serves");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=a.exe\r\nETag: \"old\"\r\nContent-Length: 7\r\n\r\n")]
    public async Task Whoever_has_no_byte_yet_goes_on_to_the_next_however_far_the_first_one_came(string said)
    {
        await using var primary = RawAppliance.Saying(said);
        await using var backup = Answering("backup", () => "200 OK");
        await using var portal = Before(primary, backup, ProbeSeldom);

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");

        Assert.Equal("backup"u8.ToArray(), await answer.BytesAsync());
        Assert.Null(answer.Raw("ETag"));
        Assert.Equal("HandedOver", Assert.Single(await portal.Log.WaitForAsync("Connector request by")).Properties["Outcome"].ToString());
    }

    [Fact]
    public async Task A_slow_primary_is_no_reason_to_ask_the_backup_with_the_same_key()
    {
        await using var primary = RawAppliance.Playing(exchange => exchange.WaitUntilGoneAsync());
        await using var backup = Answering("backup", () => "200 OK");
        await using var portal = Before(primary, backup, ProbeSeldom, ("Appliance:AnswerTimeout", "00:00:01"));

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?short_key=1728331", "application/json");

        Assert.Equal(504, (int)answer.StatusCode);
        Assert.DoesNotContain("/download", string.Join(' ', await TargetsAsync(backup)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appliance_without_partners_is_never_probed()
    {
        await using var only = Answering("only", () => "200 OK");
        await using var portal = only.StartPortal(ProbeOften);

        for (var customer = 0; customer < 20; customer++)
        {
            Assert.Equal("only", await DownloadAsync(portal));
        }

        Assert.DoesNotContain("/check_health", await TargetsAsync(only));
    }

    private static RawAppliance Answering(string client, Func<string> health) => RawAppliance.Playing(exchange => exchange.SendAsync(
        exchange.Target == "/check_health" ? $"HTTP/1.1 {health()}{Empty}" : RawAppliance.ClientHead(client.Length) + client));

    private static Portal Before(RawAppliance primary, RawAppliance backup, params (string Key, string Value)[] settings) =>
        primary.StartPortal([("Appliance:BackupUrls:0", backup.Url.AbsoluteUri), .. settings]);

    private static async Task<string> DownloadAsync(Portal portal) =>
        await portal.Client.GetStringAsync($"{PortalRequests.Door}?issue_menu=1", TestContext.Current.CancellationToken);

    private static async Task ProbedAsync(RawAppliance appliance, int times)
    {
        for (var seen = 0; seen < times;)
        {
            seen += (await appliance.NextAsync()).Target == "/check_health" ? 1 : 0;
        }
    }

    private static async Task<IReadOnlyList<string>> TargetsAsync(RawAppliance appliance)
    {
        var targets = new List<string>();
        while (appliance.WasAsked)
        {
            targets.Add((await appliance.NextAsync()).Target);
        }

        return targets;
    }
}
