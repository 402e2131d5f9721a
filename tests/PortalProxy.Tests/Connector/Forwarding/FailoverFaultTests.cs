using PortalProxy.Appliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>Whatever a primary does, in both dialects: the backup serves where no answer came, and the primary again when it is well.</summary>
public sealed class FailoverFaultTests
{
    private static readonly Func<RawExchange, Task> Well = exchange => exchange.SendAsync(RawAppliance.ClientHead(7) + "primary");

    public static MatrixTheoryData<string, SessionApi> Faults =>
        new([.. UpstreamFault.All.Where(one => one.Status != 200).Select(one => one.Name)], Enum.GetValues<SessionApi>());

    [Theory, MemberData(nameof(Faults))]
    public async Task The_backup_serves_where_the_primary_gave_no_answer_and_its_answer_counts_where_it_gave_one(string name, SessionApi dialect)
    {
        var fault = UpstreamFault.Of(name);
        await using var primary = RawAppliance.Playing(exchange => AnswerAsync(exchange, fault.Answer));
        await using var backup = RawAppliance.Playing(
            exchange => AnswerAsync(exchange, other => other.SendAsync(RawAppliance.ClientHead(6) + "backup")));
        await using var portal = primary.StartPortal([
            ("Appliance:BackupUrls:0", backup.Url.AbsoluteUri), ("Appliance:ProbeInterval", "00:00:00.1000000"),
            ("Appliance:SessionApi", dialect.ToString()), .. fault.Settings]);

        Assert.Equal(fault.GoesOn ? (200, "backup") : (fault.Status, null), await DownloadAsync(portal));

        primary.Answer = exchange => AnswerAsync(exchange, Well);
        if (fault.GoesOn)
        {
            await Poll.UntilAsync(async () => (await DownloadAsync(portal)).Client == "primary", "the primary serves again");
        }

        Assert.Equal((200, "primary"), await DownloadAsync(portal));
    }

    // Its probes are well, so that only the customers' own requests show what is the matter.
    private static Task AnswerAsync(RawExchange exchange, Func<RawExchange, Task> otherwise) => exchange.Target == "/check_health"
        ? exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        : otherwise(exchange);

    private static async Task<(int Status, string? Client)> DownloadAsync(Portal portal)
    {
        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1", "application/json");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, answer.Raw("Content-Disposition") is null ? null : text);
    }
}
