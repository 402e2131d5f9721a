using System.Security.Cryptography;
using PortalProxy.Soak.Customers;
using PortalProxy.Soak.Findings;

namespace PortalProxy.Soak.Deeds;

/// <summary>Pages, what belongs to them, and what they hear while they are open.</summary>
internal static class Looking
{
    private static readonly string[] Pages = ["/", "/?lang=de", "/representatives", "/session-key", "/issue", $"/?customer_name={Marks.Personal}"];

    public static async Task PageAsync(Customer customer, CancellationToken cancellationToken)
    {
        var page = await customer.Browser.OpenAsync(Pages[RandomNumberGenerator.GetInt32(Pages.Length)]);
        page.Is(200);
        var assets = page.Document.QuerySelectorAll("link[href], script[src]").Select(one => one.GetAttribute("href") ?? one.GetAttribute("src")!);
        foreach (var asset in assets)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, asset);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
            using var answer = await customer.Client.SendAsync(request, cancellationToken);
            customer.Expect(asset, answer, 200);
            if ((await answer.Content.ReadAsByteArrayAsync(cancellationToken)).Length == 0)
                customer.Ledger.Fault($"{asset} is empty");
        }
    }

    public static async Task AvailabilityAsync(Customer customer, CancellationToken cancellationToken)
    {
        using var answer = await customer.Client.GetAsync("/availability", cancellationToken);
        customer.Expect("/availability", answer, 200);
    }

    /// <summary>A page that stays open for a while and follows who is there.</summary>
    public static async Task OpenPageAsync(Customer customer, CancellationToken cancellationToken)
    {
        var began = Customer.Now;
        using var open = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, customer.Leaving);
        open.CancelAfter(TimeSpan.FromSeconds(RandomNumberGenerator.GetInt32(5, 25)));
        var heard = 0;
        try
        {
            using var answer = await customer.Client.GetAsync("/availability/events", HttpCompletionOption.ResponseHeadersRead, open.Token);
            customer.Expect("/availability/events", answer, 200);
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(open.Token));
            while (await lines.ReadLineAsync(open.Token) is { } line)
                heard += line.StartsWith("data: ", StringComparison.Ordinal) ? 1 : 0;
            if (!customer.Had(began, Trouble.RollingRestart))
                customer.Ledger.Fault("/availability/events ended while its portal went on");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            if (heard == 0 && !customer.Leaving.IsCancellationRequested)
                customer.Ledger.Fault("/availability/events said nothing within five seconds");
        }
    }
}
