using CsCheck;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Door;

/// <summary>
/// Whatever a visitor sends, the appliance sees the one request that a small model of the vendor's pages predicts, to the byte, or
/// it sees nothing. <c>tests/fuzz</c> makes the runs longer.
/// </summary>
[Trait("Kind", "Property")]
public sealed class DoorPropertyTests
{
    private const int Visits = 400;

    [Theory]
    [InlineData("DownloadCustomerConnector")]
    [InlineData("StartSession")]
    public async Task The_appliance_sees_nothing_that_the_portal_did_not_write(string dialect)
    {
        await using var appliance = RawAppliance.Saying(RawAppliance.ClientHead(length: 2) + "MZ");
        await using var portal = appliance.StartPortal(("Appliance:SessionApi", dialect));
        var (made, arrived) = (0, 0);

        await Visit.Of(dialect == "StartSession" ? Wish.OfToday : Wish.Of2008).SampleAsync(
            async visit =>
            {
                // Of a visit that failed, while the smallest one that fails is looked for.
                while (appliance.WasAsked)
                    await appliance.NextAsync();
                using var customer = await RawCustomer.AskAsync(portal, visit.Sent);
                var answer = await customer.ReadHeadAsync();
                var mustArrive = visit.Line is not null && visit.IsSure;
                made++;
                Assert.StartsWith(mustArrive ? "HTTP/1.1 200 " : "HTTP/1.1 ", answer, StringComparison.Ordinal);
                Assert.InRange(appliance.Asked, mustArrive ? 1 : 0, visit.Line is null ? 0 : 1);
                if (appliance.WasAsked)
                {
                    arrived++;
                    Assert.Equal(
                        $"{visit.Line}Host: {appliance.Url.Authority}\r\n{visit.Headers}X-Forwarded-For: 127.0.0.1\r\n\r\n",
                        (await appliance.NextAsync()).Head);
                }
            },
            Runs.Count,
            iter: Visits,
            threads: 1,
            print: visit => visit.ToString());

        // Else it would hold for a portal that lets nothing through.
        Assert.InRange(arrived, made / 3, made);
    }
}
