using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Languages;

/// <summary>A language that was chosen stays chosen: forms, start page, refusals, the second try, the way back.</summary>
public sealed class ChosenLanguageTests(HealthyPortal healthy)
{
    private readonly Browser browser = healthy.Browser;

    public static TheoryData<string> Forms => ["#session-key form", "#issue form", "#representatives form"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task From_the_portal_through_a_form_to_the_start_page(string form)
    {
        var portal = await browser.OpenAsync("/?lang=de");
        portal.Type("#session-key-short_key", healthy.Appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).ShortKey);
        portal.Type("#issue-customer_desc", "Hallo");

        var start = await browser.SubmitAsync(portal.Form(form), portal.Document.QuerySelector<IHtmlButtonElement>($"{form} button"));

        start.Is(200);
        InGerman(start);
        Assert.Equal($"{PortalRequests.Door}?lang=de", start.Form("#connector").GetAttribute("action"));
        Assert.Equal("/?lang=de", start.One("main > p > a").GetAttribute("href"));
        Assert.DoesNotContain(start.Hidden("#connector"), field => field.Name is "lang" or "locale");
        using var file = await browser.DownloadAsync(start.Form("#connector"));
        Assert.Equal("application/octet-stream", file.Raw("Content-Type"));
    }

    [Fact]
    public async Task Through_a_wrong_key_a_refused_key_and_the_next_try()
    {
        var page = await browser.OpenAsync("/session-key?lang=de&external_key=T-1");
        page.Type("#session-key-short_key", "12");
        var wrong = await browser.SubmitAsync(page.Form("#session-key form"));
        wrong.Is(422);
        InGerman(wrong);
        Assert.StartsWith("Fehler: Sitzungsschlüssel eingeben", wrong.Title, StringComparison.Ordinal);

        wrong.Type("#session-key-short_key", "0000000");
        var start = await browser.SubmitAsync(wrong.Form("#session-key form"));
        InGerman(start);

        var refused = await browser.SubmitAsync(start.Form("#connector"));
        refused.Is(422);
        InGerman(refused);
        Assert.Equal("Bitten Sie um einen neuen Schlüssel", refused.Heading);

        refused.Type("#session-key-short_key", "0000001");
        var again = await browser.SubmitAsync(refused.Form("#session-key form"));
        again.Is(200);
        InGerman(again);
        Assert.Equal([("short_key", "0000001"), ("external_key", "T-1")], again.Hidden("#connector").OrderByDescending(one => one.Name));
    }

    [Fact]
    public async Task From_an_invitation_and_from_a_link_that_names_the_language_among_other_things()
    {
        var invitation = await browser.OpenAsync("/?ak=0123456789abcdef0123456789abcdef&lang=de");
        InGerman(invitation);
        Assert.Equal([("ak", "0123456789abcdef0123456789abcdef")], invitation.Hidden("#connector"));
        Assert.False(invitation.Has("nav.languages"));

        var refused = await browser.SubmitAsync(invitation.Form("#connector"));
        InGerman(refused);
    }

    [Fact]
    public async Task A_phone_that_is_handed_off_reads_it_too()
    {
        await using var appliance = await Simulated.StartAsync(new SimulatedApplianceOptions { PhoneHandOff = true });
        await using var portal = Portal.Before(appliance);
        var phone = new Browser(portal.Client, Browser.Android);

        var page = await phone.OpenAsync($"{PortalRequests.Door}?short_key={appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).ShortKey}&lang=de");

        page.Is(200);
        InGerman(page);
        Assert.Equal("In der App geht es weiter", page.Heading);
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("GET", "/no-such-page")]
    [InlineData("GET", "/download_customer_connector.ns")]
    public async Task Every_refusal_is_worded_in_it(string method, string address)
    {
        var page = await browser.SendAsync(new(method), $"{address}?lang=de");

        InGerman(page);
        Assert.True((int)page.Status >= 400);
    }

    [Fact]
    public async Task The_browsers_own_language_needs_no_address_and_no_field()
    {
        using var answer = await healthy.Portal.InLanguagesAsync("/?locale=fr", "de");
        var page = await answer.PageAsync();

        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll("form"), form => Assert.DoesNotContain("?", form.GetAttribute("action")));

        // The language of the client is another matter: a link may name it, and forms carry it on.
        Assert.All(page.QuerySelectorAll("form"), form => Assert.Equal("fr", form.QuerySelector("[name=locale]")?.GetAttribute("value")));
    }

    private static void InGerman(Page page)
    {
        Assert.NotEqual(HttpStatusCode.InternalServerError, page.Status);
        Assert.Equal("de", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.All(page.Document.QuerySelectorAll("form"), form => Assert.EndsWith("?lang=de", form.GetAttribute("action"), StringComparison.Ordinal));
        Assert.Equal("/?lang=de", page.One("header a.name").GetAttribute("href"));
    }
}
