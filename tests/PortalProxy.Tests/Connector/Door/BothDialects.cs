using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Door;

/// <summary>A portal in each dialect before one raw appliance that hands over a client; shared by the tests of one class.</summary>
public sealed class BothDialects : IAsyncLifetime
{
    /// <summary>What stands in the place of a request that did not come.</summary>
    public const string NotAsked = "";

    public static readonly string[] Names = ["DownloadCustomerConnector", "StartSession"];

    private readonly RawAppliance appliance = RawAppliance.Saying(RawAppliance.ClientHead(length: 2) + "MZ");
    private readonly Dictionary<string, Portal> portals = [];

    public ValueTask InitializeAsync()
    {
        foreach (var dialect in Names)
            portals[dialect] = appliance.StartPortal(("Appliance:SessionApi", dialect));
        return ValueTask.CompletedTask;
    }

    /// <summary>All that an appliance sees of the shortest connector request, of a visitor who says nothing of themselves.</summary>
    public string Plain(string dialect) =>
        $"GET {(dialect == "StartSession" ? "/api/start_session" : PortalRequests.Door)}?issue_menu=1 HTTP/1.1\r\n"
        + $"Host: {appliance.Url.Authority}\r\nX-Forwarded-For: 127.0.0.1\r\n\r\n";

    /// <summary>Sends a request as it stands, and gives all that the appliance saw of it.</summary>
    /// <param name="dialect">Which portal is asked.</param>
    /// <param name="request">The request, one character per byte.</param>
    /// <param name="status">How the portal's answer begins; null: in any way.</param>
    public async Task<string> ArrivedAsync(string dialect, string request, string? status)
    {
        using var customer = await RawCustomer.AskAsync(portals[dialect], request);
        Assert.StartsWith($"HTTP/1.1 {status}", await customer.ReadHeadAsync(), StringComparison.Ordinal);
        Assert.InRange(appliance.Asked, 0, 1);
        return appliance.WasAsked ? (await appliance.NextAsync()).Head : NotAsked;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var portal in portals.Values)
            await portal.DisposeAsync();
        await appliance.DisposeAsync();
    }
}
