using PortalProxy.Soak.Customers;
using PortalProxy.Soak.Findings;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Soak.Deeds;

/// <summary>The three ways: a form, its start page, the client. Each step may meet another replica.</summary>
internal static class Forms
{
    public static async Task RepresentativeAsync(Customer customer, CancellationToken cancellationToken)
    {
        var page = await customer.Browser.OpenAsync($"/representatives?customer_name={Marks.Personal}");
        await StartAsync(customer, "a representative", page.Form("#representatives form"), page.Button("#representatives button[value='101']"), false, cancellationToken);
    }

    public static async Task SessionKeyAsync(Customer customer, CancellationToken cancellationToken)
    {
        var page = await customer.Browser.OpenAsync("/session-key");
        var key = Marks.Used(customer.Appliances.MakeKey().ShortKey);
        page.Type("#session-key input[name=short_key]", $" {key[..3]}-{key[3..]}");
        await StartAsync(customer, "a session key", page.Form("#session-key form"), null, true, cancellationToken);
    }

    public static async Task IssueAsync(Customer customer, CancellationToken cancellationToken)
    {
        var page = await customer.Browser.OpenAsync($"/issue?external_key={Marks.Personal}-1");
        page.Type("#issue select[name=id]", "2");
        page.Type("#issue textarea", $"It says:\n\"{Marks.Personal} & 😀\"");
        page.Type("#issue input[name=customer_name]", $"{Marks.Personal} Åsa");
        page.Type("#issue input[name=customer_company]", Marks.Personal);
        await StartAsync(customer, "an issue", page.Form("#issue form"), null, false, cancellationToken);
    }

    private static async Task StartAsync(
        Customer customer, string what, AngleSharp.Html.Dom.IHtmlFormElement form, AngleSharp.Html.Dom.IHtmlButtonElement? pressed, bool hasKey, CancellationToken cancellationToken)
    {
        var start = await customer.Browser.SubmitAsync(form, pressed);
        start.Is(200);
        var connector = start.Form("#connector");
        var began = Customer.Now;
        var id = Guid.NewGuid().ToString("N");
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var states = await customer.Client.GetAsync($"/downloads/{id}", HttpCompletionOption.ResponseHeadersRead, leaving.Token);

        connector.SetAttribute("action", $"{connector.GetAttribute("action")}?download={id}");
        using var request = Browser.RequestOf(connector);
        var end = await new Download(customer, what) { HasKey = hasKey }.TakeAsync(request, cancellationToken);

        if (end is DownloadEnd.Whole or DownloadEnd.VisiblyBroken && !customer.Had(began, Trouble.RedisAway, Trouble.RollingRestart))
            await HearsAsync(customer, states, end == DownloadEnd.Whole ? "handedOver" : "brokenOff", leaving);
    }

    /// <summary>A start page hears how its download has ended, whichever replica has sent it.</summary>
    private static async Task HearsAsync(Customer customer, HttpResponseMessage states, string end, CancellationTokenSource leaving)
    {
        leaving.CancelAfter(TimeSpan.FromSeconds(20));
        var text = await states.Content.ReadAsStringAsync(leaving.Token);
        if (!text.TrimEnd().EndsWith($"data: {end}", StringComparison.Ordinal))
            customer.Ledger.Fault($"a start page did not hear \"{end}\" of its download");
    }
}
