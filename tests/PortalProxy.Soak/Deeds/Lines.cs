using System.Security.Cryptography;
using PortalProxy.Soak.Customers;

namespace PortalProxy.Soak.Deeds;

/// <summary>Customers on bad lines, and customers who change their minds.</summary>
internal static class Lines
{
    private const string Client = $"{Links.Door}?issue_menu=1";

    /// <summary>Some 500 KB a second: half a minute for a client.</summary>
    public static async Task SlowReaderAsync(Customer customer, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Client);
        await new Download(customer, "a slow reader") { Pause = TimeSpan.FromMilliseconds(60) }.TakeAsync(request, cancellationToken);
    }

    public static async Task LeaverAsync(Customer customer, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Client);
        await new Download(customer, "a leaver") { LeaveAfter = RandomNumberGenerator.GetInt32(1, 8 * 1024 * 1024) }.TakeAsync(request, cancellationToken);
    }
}
