using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Languages;

/// <summary>A page from right to left, and what on a page is not in the page's language.</summary>
public sealed class FallbackTests(HealthyPortal healthy)
{
    [Fact]
    public async Task An_arabic_page_runs_from_right_to_left_and_keeps_names_keys_and_numbers_in_their_own_direction()
    {
        var portal = await healthy.Browser.OpenAsync("/?lang=ar");
        Assert.Equal(("ar", "rtl"), (portal.One("html").GetAttribute("lang"), portal.One("html").GetAttribute("dir")));
        Assert.Equal("كيف يمكننا مساعدتك؟", portal.Heading);
        Assert.Equal("ltr", portal.One("#session-key-short_key").GetAttribute("dir"));
        Assert.Equal("ltr", portal.One("footer a").GetAttribute("dir"));
        Assert.All(portal.Document.QuerySelectorAll("input[type=text]:not(.key), textarea"), field => Assert.Equal("auto", field.GetAttribute("dir")));
        Assert.All(portal.Document.QuerySelectorAll(".person"), person => Assert.NotNull(person.QuerySelector("bdi")));
        Assert.All(portal.Document.QuerySelectorAll("#issue-id option[value]:not([value=''])"), option => Assert.Equal("auto", option.GetAttribute("dir")));

        var start = await healthy.Browser.SubmitAsync(portal.Form("#representatives form"), portal.Button("#representatives li:first-child button"));
        Assert.StartsWith("يمكنك الآن الحصول على المساعدة من ", start.Heading, StringComparison.Ordinal);
        Assert.NotEqual("", start.One("h1 bdi").TextContent);
        Assert.Equal("ltr", start.One(".reference strong").GetAttribute("dir"));
        Assert.Contains(start.Document.QuerySelectorAll("main bdi"), one => one.TextContent == "BeyondTrust Corporation");
    }

    [Fact]
    public async Task A_label_in_another_language_says_so()
    {
        await using var appliance = await Simulated.StartAsync(Era.Current);
        await using var portal = Portal.Start(
            ("Appliance:BaseUrl", appliance.Url.AbsoluteUri), ("Appliance:SessionApi", "StartSession"),
            ("Portal:Languages:0", "sv"), ("Portal:Languages:1", "de"), ("Portal:Languages:2", "en"),
            ("Portal:Fields:0:CodeName", "asset"), ("Portal:Fields:0:Label", "Inventarienummer <1>"), ("Portal:Fields:0:Labels:de", "Gerätenummer"),
            ("Portal:Fields:0:Required", "true"),
            ("Portal:Fields:1:CodeName", "room"), ("Portal:Fields:1:Label", "Rum"));

        Assert.Equal([("Inventarienummer <1>", null), ("Rum", null)], await LabelsAsync(portal, "sv"));
        Assert.Equal([("Gerätenummer", null), ("Rum", "sv")], await LabelsAsync(portal, "de"));
        Assert.Equal([("Inventarienummer <1>", "sv"), ("Rum", "sv")], await LabelsAsync(portal, "en"));
    }

    private static async Task<(string Text, string? Language)[]> LabelsAsync(Portal portal, string language)
    {
        var page = await new Browser(portal.Client).OpenAsync($"/issue?lang={language}");
        return [.. page.Document.QuerySelectorAll("label bdi").Select(label => (label.TextContent, label.GetAttribute("lang")))];
    }
}
