using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>The primary of a failover pair dies under load, and comes back.</summary>
[Collection<AloneCollection>]
public sealed class FailoverTests
{
    private const int LargeClient = 20 * 1024 * 1024;
    private const int InMidStream = 20;
    private const int Waiting = 30;
    private const int Late = 20;
    private const int SmallReceiveBuffer = 32 * 1024;

    private static readonly (string Key, string Value) ProbeOften = ("Appliance:ProbeInterval", "00:00:00.2000000");

    // Nothing but the customers' own requests shows that the primary has died.
    private static readonly (string Key, string Value) ProbeSeldom = ("Appliance:ProbeInterval", "00:10:00");

    [Fact]
    public async Task Whoever_has_no_byte_when_the_primary_dies_gets_the_backups_client_and_whoever_has_one_is_cut_off()
    {
        await using var pair = await FailoverPair.StartAsync(new() { ClientBytes = LargeClient }, ProbeSeldom);
        var halfway = new List<RawCustomer>();
        for (var customer = 0; customer < InMidStream; customer++)
        {
            halfway.Add(await RawCustomer.GetAsync(pair.Portal, $"{PortalRequests.Door}?issue_menu=1", SmallReceiveBuffer));
            Assert.Contains($"Content-Length: {LargeClient}", await halfway[customer].ReadHeadAsync(), StringComparison.Ordinal);
            await halfway[customer].ReadAsync(new byte[1]);
        }

        pair.Primary.State.AnswerAfter = new TaskCompletionSource().Task;
        var waiting = Enumerable.Range(0, Waiting).Select(_ => pair.DownloadAsync()).ToList();
        await Poll.UntilAsync(() => pair.Primary.Requests.To(PortalRequests.Door).Count == InMidStream + Waiting, "all 50 customers have asked the primary");
        Assert.Empty(pair.Backup.Requests.To(PortalRequests.Door));

        await pair.KillPrimaryAsync();
        var late = Enumerable.Range(0, Late).Select(_ => pair.DownloadAsync()).ToList();

        Assert.All(await Task.WhenAll(waiting.Concat(late)), hash => Assert.Equal(pair.Backup.Client.Sha256, hash));
        Assert.Equal(Waiting + Late, pair.Backup.Requests.To(PortalRequests.Door).Count);
        foreach (var customer in halfway)
        {
            // Either the connection is reset, or it ends short of the length that the head has promised.
            var rest = await RestOfAsync(customer);
            Assert.InRange(rest, 0, LargeClient - 2);
            customer.Dispose();
        }

        var ended = await pair.Portal.Log.WaitForAsync("Connector request by", InMidStream + Waiting + Late);
        Assert.Equal(InMidStream, ended.Count(one => one.Properties["Outcome"].ToString() == "BrokenOff"));
        Assert.Equal(Waiting + Late, ended.Count(one => one.Properties["Outcome"].ToString() == "HandedOver"));
    }

    [Theory]
    [InlineData(Era.Guide2008)]
    [InlineData(Era.Current)]
    public async Task Customers_go_to_the_backup_and_back_to_the_primary_once(Era era)
    {
        await using var pair = await FailoverPair.StartAsync(
            new() { ClientBytes = Simulated.SmallClient, Era = era },
            ProbeOften,
            ("Appliance:SessionApi", era == Era.Current ? "StartSession" : "DownloadCustomerConnector"));
        var (primary, backup) = (pair.Primary.Client.Sha256, pair.Backup.Client.Sha256);
        Assert.Equal(primary, await pair.DownloadAsync());

        await pair.KillPrimaryAsync();
        Assert.Equal(backup, await pair.DownloadAsync());
        await pair.Portal.Log.WaitForAsync("is {Health} now");
        await pair.RevivePrimaryAsync();
        Assert.Equal(backup, await pair.DownloadAsync());

        var hashes = new List<string>();
        await Poll.UntilAsync(
            async () =>
            {
                hashes.Add(await pair.DownloadAsync());
                return hashes.Count(hash => hash == primary) == 20;
            },
            "the primary serves again");
        Assert.Equal(hashes.OrderBy(hash => hash == primary), hashes);
        Assert.Single(pair.Portal.Log.Having("is {Health} now"), one => one.Properties["Health"].ToString() == "Healthy");
    }

    [Theory]
    [InlineData(Era.Guide2008)]
    [InlineData(Era.Current)]
    public async Task The_list_of_representatives_follows_the_customers(Era era)
    {
        var account = new SimulatedApplianceOptions { ClientBytes = 1, Era = era };
        (string, string)[] login = era == Era.Guide2008 ? [] :
        [
            ("Appliance:Username", ""), ("Appliance:Password", ""),
            ("Appliance:ClientId", account.ClientId), ("Appliance:ClientSecret", account.ClientSecret),
        ];
        await using var pair = await FailoverPair.StartAsync(account, [ProbeOften, ("Appliance:DirectoryRefresh", "00:00:00.1000000"), .. login]);
        await pair.Portal.WithDirectoryAsync();
        pair.Backup.State.LogIn(new(300, "Backup Only", "Only, B."));

        await pair.KillPrimaryAsync();
        await Poll.UntilAsync(async () => (await NamesAsync(pair)).Contains("Backup Only"), "the backup's representatives are shown");
        await pair.RevivePrimaryAsync();
        await Poll.UntilAsync(async () => !(await NamesAsync(pair)).Contains("Backup Only"), "the primary's representatives are shown again");

        Assert.InRange(pair.Backup.State.Tokens.Issued, 0, 1);
        Assert.InRange(pair.Primary.State.Tokens.Issued, 0, 1);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(FailoverPair pair)
    {
        var page = await new Browser(pair.Portal.Client).OpenAsync("/representatives");
        return [.. page.Document.QuerySelectorAll("button.person").Select(one => one.TextContent)];
    }

    private static async Task<long> RestOfAsync(RawCustomer customer)
    {
        try
        {
            return (await customer.ReadToEndAsync()).Length;
        }
        catch (IOException)
        {
            return 0; // Reset: as visible as an end can be.
        }
    }
}
