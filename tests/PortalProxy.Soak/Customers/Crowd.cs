using System.Globalization;
using System.Security.Cryptography;
using PortalProxy.Soak.Findings;
using PortalProxy.Soak.Stage;

namespace PortalProxy.Soak.Customers;

/// <summary>Customers who do one thing after the other, and think in between.</summary>
/// <param name="deeds">What they do.</param>
/// <param name="thinking">How long on average.</param>
/// <param name="appliances">Where their session keys come from.</param>
/// <param name="ledger">Who notes it all.</param>
internal sealed class Crowd(IReadOnlyList<Deed> deeds, TimeSpan thinking, Appliances appliances, Ledger ledger)
{
    // As many as sit behind one company's address.
    private const int OfOneAddress = 3;

    private readonly Deed[] lots = [.. deeds.SelectMany(deed => Enumerable.Repeat(deed, deed.Share))];

    /// <summary>Lets them come; ends when all have finished what they had begun when they were asked to leave.</summary>
    /// <param name="count">How many.</param>
    /// <param name="network">The first two numbers of their addresses.</param>
    /// <param name="choose">Which replica serves a request.</param>
    /// <param name="leaving">Asks them to leave.</param>
    /// <param name="stop">Breaks off.</param>
    public Task RunAsync(int count, string network, Func<Uri> choose, CancellationToken leaving, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(number => LiveAsync(Address(network, number), choose, leaving, stop)));

    private async Task LiveAsync(string address, Func<Uri> choose, CancellationToken leaving, CancellationToken stop)
    {
        using var customer = new Customer(address, choose, appliances, ledger, leaving);
        while (await ThinkAsync(leaving))
            await customer.DoAsync(lots[RandomNumberGenerator.GetInt32(lots.Length)], stop);
    }

    /// <returns>False when it is time to leave.</returns>
    private async Task<bool> ThinkAsync(CancellationToken leaving)
    {
        await Task.Delay(thinking * RandomNumberGenerator.GetInt32(200) / 100, leaving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !leaving.IsCancellationRequested;
    }

    private static string Address(string network, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{network}.{number / OfOneAddress / 250}.{1 + (number / OfOneAddress % 250)}");
}
