using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.BrowserTests.Infrastructure;

/// <summary>A state in which a customer may meet a page, and how they get there.</summary>
public sealed record PageState(string Name, Func<Customer, StateStand, Task> Reach)
{
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("portal", (customer, _) => customer.OpenAsync("/")),
        new("representatives", (customer, _) => customer.OpenAsync("/representatives")),
        new("session-key", (customer, _) => customer.OpenAsync("/session-key")),
        new("issue", (customer, _) => customer.OpenAsync("/issue?customer_name=Zo%C3%AB")),
        new("invitation", (customer, _) => customer.OpenAsync("/?ak=0123456789abcdef0123456789abcdef")),
        new("start", async (customer, _) =>
        {
            await customer.OpenAsync("/representatives");
            await customer.Button("Jürgen Groß").ClickAsync();
            await customer.Page.GetByText("Nothing happened?").ClickAsync();
        }),
        new("wrong-key", async (customer, _) =>
        {
            await customer.OpenAsync("/session-key");
            await customer.KeyField.FillAsync("12");
            await customer.Button("Start the session").ClickAsync();
        }),
        new("wrong-issue", async (customer, _) =>
        {
            await customer.OpenAsync("/issue");
            await customer.Page.GetByLabel("What do you need help with?").FillAsync(new string('x', 1100));
            await customer.Page.GetByLabel("Your name").FillAsync(new string('x', 101));
            await customer.Button("Get help with this").ClickAsync();
        }),
        new("refused", async (customer, _) =>
        {
            await customer.OpenAsync("/session-key");
            await customer.KeyField.FillAsync("0000000");
            await customer.Button("Start the session").ClickAsync();
            await customer.ReadsAsync("Ask for a new key");
        }),
        new("bad-link", (customer, _) => customer.OpenAsync("/?ak=1")),
        new("not-found", (customer, _) => customer.OpenAsync("/no-such-page")),
        new("nobody-there", (customer, stand) => customer.OpenAsync(new Uri(stand.Empty.Url, "/").AbsoluteUri)),
        new("outage", async (customer, stand) =>
        {
            await customer.OpenAsync(new Uri(stand.Outage.Url, "/session-key").AbsoluteUri);
            await customer.KeyField.FillAsync("1728331");
            await customer.Button("Start the session").ClickAsync();
            await customer.ReadsAsync("We can’t start the session right now");
        }),
        new("arabic", async (customer, _) =>
        {
            await customer.OpenAsync("/?lang=ar");
            await customer.Page.Locator("nav.languages summary").ClickAsync();
        }),
        new("arabic-wrong", async (customer, _) =>
        {
            await customer.OpenAsync("/issue?lang=ar");
            await customer.Page.Locator("textarea").FillAsync(new string('x', 1100));
            await customer.Page.Locator("#issue button").ClickAsync();
            await customer.ReadsAsync("وصف مشكلة");
        }),
        new("arabic-start", async (customer, _) =>
        {
            await customer.OpenAsync("/representatives?lang=ar");
            await customer.Button("Jürgen Groß").ClickAsync();
            await customer.Page.Locator("details").First.ClickAsync();
        }),
        new("german", async (customer, _) =>
        {
            await customer.OpenAsync("/?lang=de");
            await customer.Page.Locator("nav.languages summary").ClickAsync();
        }),
        new("german-wrong", async (customer, _) =>
        {
            await customer.OpenAsync("/session-key?lang=de");
            await customer.KeyField.FillAsync("12");
            await customer.Button("Sitzung starten").ClickAsync();
            await customer.ReadsAsync("Sitzungsschlüssel eingeben");
        }),
        new("german-start", async (customer, _) =>
        {
            await customer.OpenAsync("/representatives?lang=de");
            await customer.Button("Jürgen Groß").ClickAsync();
            await customer.Page.GetByText("Es ist nichts passiert?").ClickAsync();
        }),
        new("closed", (customer, stand) => customer.OpenAsync(new Uri(stand.Closed.Url, "/").AbsoluteUri)),
        new("closed-issue", (customer, stand) => customer.OpenAsync(new Uri(stand.Closed.Url, "/issue?lang=ar").AbsoluteUri)),
        new("notices", (customer, stand) => customer.OpenAsync(new Uri(stand.Strict.Url, "/").AbsoluteUri)),
        new("agreement-missing", async (customer, stand) =>
        {
            await customer.OpenAsync(new Uri(stand.Strict.Url, "/issue").AbsoluteUri);
            await customer.Button("Get help with this").ClickAsync();
            await customer.Page.Locator(".summary").WaitForAsync();
        }),
        new("agreement-invitation", (customer, stand) => customer.OpenAsync(new Uri(stand.Strict.Url, "/?ak=0123456789abcdef0123456789abcdef").AbsoluteUri)),
        new("embed", (customer, _) => customer.OpenAsync("/embed?site=https://www.example.org")),
        new("japanese", (customer, _) => customer.OpenAsync("/?lang=ja")),
        new("outage-list", (customer, stand) => customer.OpenAsync(new Uri(stand.Outage.Url, "/").AbsoluteUri)),
    ];

    public static TheoryData<PageState> Each => [.. All];

    public override string ToString() => Name;
}

/// <summary>The portals that all states need: a healthy one, one where nobody is logged in, and one whose appliance is gone.</summary>
public sealed class StateStand : IAsyncLifetime
{
    private readonly DemoPortal demo = new();

    public Portal Portal => demo.Portal;

    public Portal Empty { get; private set; } = null!;

    public Portal Outage { get; private set; } = null!;

    /// <summary>Outside its opening hours.</summary>
    public Portal Closed { get; private set; } = null!;

    /// <summary>With notices, and an agreement before every start.</summary>
    public Portal Strict { get; private set; } = null!;

    private SimulatedAppliance.Appliance Deserted { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await demo.InitializeAsync();
        Deserted = await Simulated.StartAsync();
        foreach (var one in Deserted.State.LoggedIn)
            Deserted.State.LogOut(one.Representative.Id);
        Empty = await Portal.Before(Deserted).WithDirectoryAsync();
        Closed = Portal.Before(
            demo.Appliance,
            ("Portal:TimeZone", "Europe/Stockholm"), ($"Portal:OpeningHours:{DateTime.UtcNow.AddDays(3).DayOfWeek}:0", "08:00-17:00"),
            ("Portal:SupportPhone", "+46 8 123 456"), ("Portal:TicketLink", "https://tickets.example.com/new"));
        Strict = await Portal.Before(
            demo.Appliance,
            ("Portal:Agreement", "I agree to the [terms of support](https://example.com/terms)."),
            ("Portal:Notices:0:Text", "Printing is **down** in Malmö. We are working on it."), ("Portal:Notices:0:Severity", "Urgent"),
            ("Portal:Notices:1:Text", "On Friday we close at noon.\n\n- Chat: [our site](https://example.com)"), ("Portal:Notices:1:Severity", "Warning"),
            ("Portal:Notices:2:Text", "We speak English and Swedish.")).WithDirectoryAsync();
        Outage = Portal.Start(
            ("Appliance:BaseUrl", "http://127.0.0.1:9"), ("Appliance:Username", "portal"), ("Appliance:Password", "x"), ("Portal:SupportPhone", "+46 8 123 456"));
    }

    public async ValueTask DisposeAsync()
    {
        await Closed.DisposeAsync();
        await Strict.DisposeAsync();
        await Outage.DisposeAsync();
        await Empty.DisposeAsync();
        await Deserted.DisposeAsync();
        await demo.DisposeAsync();
    }
}
