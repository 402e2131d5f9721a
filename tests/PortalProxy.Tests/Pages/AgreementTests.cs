using PortalProxy.Tests.Hosting;
using PortalProxy.Tests.Infrastructure;
using PortalProxy.Tests.Settings;

namespace PortalProxy.Tests.Pages;

/// <summary>What a customer must agree to before any start, whichever way they come.</summary>
public sealed class AgreementTests(HealthyPortal healthy) : IAsyncLifetime
{
    private const string Missing = "Please tick the box to agree. Then you can go on.";
    private const string Tick = "input[name=agreement]";

    private Portal portal = null!;

    private Browser Browser => field ??= new(portal.Client);

    public async ValueTask InitializeAsync() => portal = await Portal.Before(
        healthy.Appliance, ("Portal:Agreement", "I agree to the [terms](https://example.com/terms)."), ("Portal:Agreements:de", "Ich stimme zu.")).WithDirectoryAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData("/representatives", "#representatives form", "#representatives button[value='103']")]
    [InlineData("/issue", "#issue form", null)]
    [InlineData("/representatives?id=104&name=Nadia+Benali", "form.direct", "form.direct button")]
    public async Task Without_the_tick_the_page_comes_back_and_with_it_the_start_follows(string address, string form, string? button)
    {
        var page = await Browser.OpenAsync(address);
        Assert.False(page.One($"{form} {Tick}").HasAttribute("checked"));

        var again = await Browser.SubmitAsync(page.Form(form), button is null ? null : page.Button(button));

        again.Is(422);
        Assert.Equal(Missing, again.One(".summary a").TextContent);
        Assert.Equal("true", again.One(again.One(".summary a").GetAttribute("href")!).GetAttribute("aria-invalid"));

        page.Tick($"{form} {Tick}");
        var start = await Browser.SubmitAsync(page.Form(form), button is null ? null : page.Button(button));
        Assert.Contains(("agreement", "1"), start.Hidden("#connector"));
        Assert.False(start.Has($"#connector {Tick}[type=checkbox]"));
        using var answer = await Browser.DownloadAsync(start.Form("#connector"));
        answer.IsStatus(200);
    }

    [Fact]
    public async Task Beside_another_error_the_tick_stays()
    {
        var page = await Browser.OpenAsync("/session-key");
        page.Type("#session-key input[name=short_key]", "12");
        page.Tick($"#session-key {Tick}");

        var again = await Browser.SubmitAsync(page.Form("#session-key form"));

        again.Is(422);
        Assert.True(again.One(Tick).HasAttribute("checked"));
    }

    [Fact]
    public async Task An_invitation_asks_too_and_its_key_is_not_lost()
    {
        var key = healthy.Appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).AccessKey;
        var page = await Browser.OpenAsync($"/?ak={key}&agreement=1");
        Assert.False(page.One($"#connector {Tick}").HasAttribute("checked"));

        var refused = await Browser.SubmitAsync(page.Form("#connector"));

        refused.Is(422);
        Assert.Equal(Missing, refused.One(".summary a").TextContent);
        Assert.DoesNotContain(healthy.Appliance.Requests.All, one => one.Value("ak") == key);
        refused.Tick($"#start {Tick}");
        using var answer = await Browser.DownloadAsync(refused.Form("#start"));
        answer.IsStatus(200);
    }

    [Theory]
    [InlineData("", 422)]
    [InlineData("&agreement=0", 422)]
    [InlineData("&agreement=1", 200)]
    public async Task The_connector_route_insists_and_the_appliance_never_hears_of_it(string agreement, int status)
    {
        var ticket = Guid.NewGuid().ToString("N");

        using var answer = await portal.GetAsync($"/download_customer_connector.ns?issue_menu=1&external_key={ticket}{agreement}");

        answer.IsStatus(status);
        Assert.DoesNotContain(healthy.Appliance.Requests.All, one => one.Value("agreement") is not null);
        Assert.Equal(status == 200, healthy.Appliance.Requests.All.Any(one => one.Value("external_key") == ticket));
    }

    [Fact]
    public async Task It_speaks_the_language_of_the_page_and_its_link_opens_beside_the_portal()
    {
        Assert.Equal("Ich stimme zu.", (await Browser.OpenAsync("/session-key?lang=de")).One("label.tick span").TextContent);
        var french = (await Browser.OpenAsync("/session-key?lang=fr")).One("label.tick span");
        Assert.Equal("en", french.GetAttribute("lang"));
        Assert.Equal("_blank", french.QuerySelector("a")!.GetAttribute("target"));
    }

    [Fact]
    public async Task A_site_without_one_asks_for_nothing() => Assert.False((await healthy.Browser.OpenAsync("/")).Has(Tick));

    [Theory]
    [InlineData("Portal:Agreement", "One.\n\nTwo.", "Portal:Agreement holds what can't be shown. Write one paragraph")]
    [InlineData("Portal:Agreements:de", "Ja.", "Portal:Agreement is missing, though Agreements is there. Write the agreement in the site's first language: English.")]
    public void A_wrong_one_stops_the_start(string key, string text, string message) =>
        Assert.StartsWith(message, Assert.Single(InMemory.MistakesIn((key, text))), StringComparison.Ordinal);
}
