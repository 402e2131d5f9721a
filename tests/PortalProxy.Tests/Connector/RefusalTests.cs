using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector;

/// <summary>The appliance or the rules said no: the customer gets the form back, with everything still in it.</summary>
public sealed class RefusalTests(StandardPortal standard) : IClassFixture<StandardPortal>
{
    private const string KeyWording =
        "This key did not work. Keys work for a short time and may work only once. Ask the person who is helping you for a new one.";

    [Theory, InlineData("GET"), InlineData("POST")]
    public async Task A_wrong_key_comes_back_in_its_form(string method)
    {
        using var answer = await standard.Portal.AskAsync(method, PortalRequests.Door, "short_key=12%2D34567");
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("no-store", answer.Raw("Cache-Control"));
        Assert.Contains(KeyWording, page.Body!.TextContent, StringComparison.Ordinal);
        var form = page.QuerySelector<IHtmlFormElement>("#session-key form")!;
        Assert.Equal("/session-key", form.GetAttribute("action"));
        Assert.Equal("12-34567", form.QuerySelector<IHtmlInputElement>("[name=short_key]")!.Value);
        Assert.Matches("^[2-9A-Z]{8}$", page.QuerySelector(".reference strong")!.TextContent);
    }

    [Fact]
    public async Task Used_expired_and_invented_keys_are_told_apart_by_nobody()
    {
        var used = standard.Appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).ShortKey;
        using (await standard.Portal.GetAsync($"{PortalRequests.Door}?short_key={used}"))
        {
            // Now it is used.
        }

        var expired = standard.Appliance.State.MakeKey("general", TimeSpan.FromTicks(1)).ShortKey;
        var texts = new List<string>();
        foreach (var key in new[] { used, expired, "abcdefg" })
        {
            using var answer = await standard.Portal.GetAsync($"{PortalRequests.Door}?short_key={key}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.PageAsync();
            page.QuerySelector(".reference")!.Remove();
            texts.Add(page.Body!.TextContent);
        }

        Assert.Contains(KeyWording, texts[0], StringComparison.Ordinal);
        Assert.Single(texts.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_wrong_invitation_gets_the_wording_of_keys_and_a_form_for_a_new_one()
    {
        using var answer = await standard.Portal.GetAsync($"{PortalRequests.Door}?ak={new string('0', 32)}");
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(KeyWording, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#session-key [name=short_key]"));
    }

    [Fact]
    public async Task A_representative_who_left_a_moment_ago_is_refused_with_the_others_to_choose_from()
    {
        // The portal's directory does not know it yet; the appliance does.
        var leaving = new PortalProxy.SimulatedAppliance.Representative(102, "Jürgen Groß", "Gross, J. (first line)");
        Assert.True(standard.Appliance.State.LogOut(102));
        try
        {
            using var answer = await standard.Portal.PostAsync(PortalRequests.Door, "id=102");
            var page = await answer.PageAsync();

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("not available any more", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Åsa Lindqvist", page.QuerySelector("#representatives")!.TextContent, StringComparison.Ordinal);
        }
        finally
        {
            standard.Appliance.State.LogIn(leaving);
        }
    }

    [Fact]
    public async Task An_issue_that_the_appliance_does_not_know_comes_back_with_everything_typed()
    {
        var form = PortalRequests.Query(
            ("issue_menu", "1"), ("id", "999"), ("customer_name", "Zoë \"Z\" <b>"), ("customer_company", "Groß & Co"),
            ("customer_company_code", "7"), ("customer_desc", "line one\r\nline two"), ("external_key", "T-1"));
        using var answer = await standard.Portal.PostAsync(PortalRequests.Door, form);
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var next = page.QuerySelector("#issue form")!;
        Assert.Equal("Zoë \"Z\" <b>", Input(next, "customer_name"));
        Assert.Equal("Groß & Co", Input(next, "customer_company"));
        Assert.Equal("7", Input(next, "customer_company_code"));
        Assert.Equal("T-1", Input(next, "external_key"));
        Assert.Equal("line one\r\nline two", next.QuerySelector<IHtmlTextAreaElement>("[name=customer_desc]")!.Value.ReplaceLineEndings("\r\n"));
        Assert.Equal("999", next.QuerySelector<IHtmlSelectElement>("[name=id]")!.Value);
    }

    [Fact]
    public async Task A_wrong_field_is_marked_where_it_stands_and_linked_from_the_summary()
    {
        var form = PortalRequests.Query(("issue_menu", "1"), ("customer_name", new string('n', 101)), ("customer_company", "Kept"));
        var recorded = await standard.RecordAsync(async () =>
        {
            using var answer = await standard.Portal.PostAsync(PortalRequests.Door, form);
            var page = await answer.PageAsync();

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var field = page.QuerySelector<IHtmlInputElement>("#issue-customer_name")!;
            Assert.Equal(new string('n', 101), field.Value);
            Assert.Equal("true", field.GetAttribute("aria-invalid"));
            Assert.Contains("101", page.QuerySelector("#issue-customer_name-error")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("a[href='#issue-customer_name']"));
            Assert.Equal("Kept", Input(page.QuerySelector("#issue form")!, "customer_company"));
        });

        Assert.Empty(recorded);
    }

    [Fact]
    public async Task Head_learns_of_a_refusal_by_its_status_alone()
    {
        using var answer = await standard.Portal.AskAsync("HEAD", PortalRequests.Door, "short_key=abcdefg");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(await answer.BytesAsync());
    }

    private static string Input(IElement form, string name) => form.QuerySelector<IHtmlInputElement>($"[name='{name}']")!.Value;
}
