using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages.Look;

public sealed class SiteAssetsTests(HealthyPortal healthy)
{
    [Fact]
    public async Task A_site_with_its_own_colour_has_it_in_its_one_style_sheet()
    {
        await using var portal = Portal.Start(
            ("Appliance:BaseUrl", "http://127.0.0.1:9"),
            ("Portal:Sites:sales:Hosts:0", "sales.example"), ("Portal:Sites:sales:AccentColor", "#B00020"));

        var address = await SheetOfAsync(portal, "sales.example");

        Assert.StartsWith("/site/portal-", await SheetOfAsync(portal, "127.0.0.1"), StringComparison.Ordinal);
        using var sheet = await AskAsync(portal, address, "sales.example");
        var text = await sheet.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("text/css; charset=utf-8", "public, max-age=31536000, immutable"), (sheet.Raw("Content-Type"), sheet.Raw("Cache-Control")));
        Assert.Contains(".summary", text);
        Assert.Matches("--accent: light-dark\\(#b00020, #[0-9a-f]{6}\\);", text.TrimEnd().Split('\n')[^1]);
        using var elsewhere = await AskAsync(portal, address, "127.0.0.1");
        Assert.Equal(404, (int)elsewhere.StatusCode);
    }

    [Fact]
    public async Task A_site_without_one_has_the_portals()
    {
        Assert.StartsWith("/site/portal-", await SheetOfAsync(healthy.Portal, "127.0.0.1"), StringComparison.Ordinal);
        using var answer = await healthy.Portal.GetAsync("/site/portal-0.css");
        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_style_sheet_travels_compressed()
    {
        var address = await SheetOfAsync(healthy.Portal, "127.0.0.1");
        using var answer = await healthy.Portal.SendAsync(new(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "gzip, deflate, br" } } });
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal("br", answer.Raw("Content-Encoding"));
        Assert.InRange(bytes.Length, 500, 4000);
    }

    private static async Task<string> SheetOfAsync(Portal portal, string host)
    {
        using var answer = await AskAsync(portal, "/", host);
        return (await answer.PageAsync()).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
    }

    private static Task<HttpResponseMessage> AskAsync(Portal portal, string address, string host) =>
        portal.SendAsync(new(HttpMethod.Get, address) { Headers = { Host = host } });
}
