using PortalProxy.Soak.Customers;
using PortalProxy.Soak.Findings;

namespace PortalProxy.Soak.Deeds;

/// <summary>Links of help-desk systems and e-mails, and the programs that follow them.</summary>
internal static class Links
{
    public const string Door = "/download_customer_connector.ns";

    private const string Issue = $"issue_menu=1&id=1&customer_name={Marks.Personal}&customer_desc={Marks.Personal}&external_key={Marks.Personal}";

    public static async Task IssueAsync(Customer customer, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Door}?{Issue}");
        await new Download(customer, "a link to an issue").TakeAsync(request, cancellationToken);
    }

    public static async Task RepresentativeAsync(Customer customer, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/start_session?id=102&name={Uri.EscapeDataString("Jürgen Groß")}");
        await new Download(customer, "a link to a representative").TakeAsync(request, cancellationToken);
    }

    /// <summary>The link of an invitation leads to a start page, and its button to the client.</summary>
    public static async Task InvitationAsync(Customer customer, CancellationToken cancellationToken)
    {
        var key = Marks.Used(customer.Appliances.MakeKey().AccessKey);
        var start = await customer.Browser.OpenAsync($"/?ak={key}");
        start.Is(200);
        using var request = Tests.Infrastructure.Browser.RequestOf(start.Form("#connector"));
        await new Download(customer, "an invitation") { HasKey = true }.TakeAsync(request, cancellationToken);
    }

    public static async Task HeadAsync(Customer customer, CancellationToken cancellationToken)
    {
        var began = Customer.Now;
        using var request = new HttpRequestMessage(HttpMethod.Head, $"{Door}?{Issue}");
        using var answer = await customer.Client.SendAsync(request, cancellationToken);
        customer.Expect("HEAD", answer, customer.Had(began, Trouble.BothAway) ? [200, 502] : [200]);
    }

    public static async Task PrefetchAsync(Customer customer, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Door}?{Issue}");
        request.Headers.TryAddWithoutValidation("Sec-Purpose", "prefetch");
        using var answer = await customer.Client.SendAsync(request, cancellationToken);
        customer.Expect("a prefetch", answer, 503);
    }
}
