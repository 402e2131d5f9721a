using System.Net;
using System.Security.Cryptography;
using PortalProxy.Soak.Customers;
using PortalProxy.Soak.Findings;

namespace PortalProxy.Soak.Deeds;

/// <summary>One connector request, from its answer's head to its last byte, and the judgement of how it ended.</summary>
/// <param name="customer">Who asks.</param>
/// <param name="what">For faults.</param>
internal sealed class Download(Customer customer, string what)
{
    private const int Piece = 32 * 1024;

    /// <summary>How long to wait after each piece; none: as fast as the line is, as is the rest when it is time to leave.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>After how many bytes the customer leaves.</summary>
    public long LeaveAfter { get; init; } = long.MaxValue;

    /// <summary>Whether the request carries a key, which one appliance knows and the other does not.</summary>
    public bool HasKey { get; init; }

    /// <returns>How it ended; null where no download was begun, which is judged as well.</returns>
    public async Task<DownloadEnd?> TakeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var began = Customer.Now;
        using var answer = await customer.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            var noAppliance = customer.Had(began, Trouble.BothAway);
            var otherAppliance = HasKey && customer.Had(began, Trouble.MainAway, Trouble.BothAway);
            customer.Expect(what, answer, [.. noAppliance ? [502] : new[] { 200 }, .. otherAppliance ? [422] : Array.Empty<int>()]);
            return null;
        }

        var (end, received) = await ReadAsync(answer, cancellationToken);
        customer.Ledger.Download(end, received);
        if (end == DownloadEnd.FalselyWhole)
            customer.Ledger.Fault($"{what}: a clean end after {received} bytes that are no client");
        if (end == DownloadEnd.VisiblyBroken && !customer.Had(began, Trouble.MainAway, Trouble.BothAway))
            customer.Ledger.Fault($"{what}: a download broke off, and no appliance had died");
        return end;
    }

    private async Task<(DownloadEnd End, long Received)> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Piece];
        var received = 0L;
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            while (received < LeaveAfter)
            {
                var count = await body.ReadAtLeastAsync(buffer, Piece, throwOnEndOfStream: false, cancellationToken);
                hash.AppendData(buffer, 0, count);
                received += count;
                if (count < Piece)
                    return (IsClient(hash, received) ? DownloadEnd.Whole : DownloadEnd.FalselyWhole, received);
                if (Pause > TimeSpan.Zero)
                    await Task.Delay(Pause, customer.Leaving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return (DownloadEnd.Left, received);
        }
        catch (IOException)
        {
            return (DownloadEnd.VisiblyBroken, received); // Aborted, or short of the length that the head has promised.
        }
    }

    private bool IsClient(IncrementalHash hash, long received) =>
        customer.Appliances.Clients.TryGetValue(Convert.ToHexStringLower(hash.GetHashAndReset()), out var length) && received == length;
}
