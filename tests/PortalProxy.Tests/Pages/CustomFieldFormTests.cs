using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PortalProxy.Tests.Connector.Dialects;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages;

/// <summary>The issue form with an administrator's own fields.</summary>
public sealed class CustomFieldFormTests(CurrentPortal current) : IClassFixture<CurrentPortal>
{
    private const string Asset = "[name='session.custom.asset']";
    private const string Area = "[name='session.custom.area']";
    private const string Unattended = "[name='session.custom.unattended']";

    private Browser Browser => new(current.Portal.Client);

    [Fact]
    public async Task Each_kind_has_its_control_with_a_label_in_the_pages_language()
    {
        var page = await Browser.OpenAsync("/issue");

        Assert.Equal("Asset tag on the sticker (optional)", LabelOf(page, $"input[type=text]{Asset}"));
        Assert.Equal("Area (optional)", LabelOf(page, $"select{Area}"));
        Assert.Equal("Nobody is there (optional)", LabelOf(page, $"input[type=checkbox]{Unattended}"));
        Assert.Equal(
            ["", "Küche", "Office & hall"],
            page.Document.QuerySelectorAll<IHtmlOptionElement>($"{Area} option").Select(option => option.Value));
    }

    [Fact]
    public async Task What_was_typed_stays_and_each_error_stands_beside_its_field()
    {
        var page = await Browser.OpenAsync("/issue");
        page.Type(Asset, "wrong");
        page.Type(Area, "Küche");
        Tick(page);
        var again = await Browser.SubmitAsync(page.Form("#issue form"));

        Assert.Equal(422, (int)again.Status);
        Assert.Equal("wrong", again.Typed(Asset));
        Assert.Equal("Küche", again.Typed(Area));
        Assert.True(IsTicked(again));
        var field = again.One(Asset);
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("expected form", again.One($"[id='{field.GetAttribute("aria-describedby")}']").TextContent, StringComparison.Ordinal);
        Assert.Equal($"#{field.Id}", again.One(".summary a").GetAttribute("href"));
        Assert.Null(again.One(Area).GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task What_was_filled_in_arrives_and_an_unticked_box_does_not()
    {
        var page = await Browser.OpenAsync("/issue?session.custom.asset=AB12");
        page.Type(Area, "Office & hall");
        var start = await Browser.SubmitAsync(page.Form("#issue form"));
        current.Appliance.Requests.Clear();
        using var answer = await Browser.DownloadAsync(start.Form("#connector"));

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(
            "/api/start_session?issue_menu=1&session.custom.asset=AB12&session.custom.area=Office%20%26%20hall",
            Assert.Single(current.Appliance.Requests.All).RawTarget);
    }

    [Fact]
    public async Task A_ticked_box_arrives()
    {
        var page = await Browser.OpenAsync("/issue");
        Tick(page);
        var start = await Browser.SubmitAsync(page.Form("#issue form"));

        Assert.Contains(("session.custom.unattended", "1"), start.Hidden("#connector"));
    }

    private static void Tick(Page page) => Assert.IsAssignableFrom<IHtmlInputElement>(page.One(Unattended)).IsChecked = true;

    private static bool IsTicked(Page page) => Assert.IsAssignableFrom<IHtmlInputElement>(page.One(Unattended)).IsChecked;

    // A label stands around a box to tick, and before every other field.
    private static string LabelOf(Page page, string selector)
    {
        var field = page.One(selector);
        return (field.Closest("label") ?? page.One($"label[for='{field.Id}']")).TextContent.Trim();
    }
}
