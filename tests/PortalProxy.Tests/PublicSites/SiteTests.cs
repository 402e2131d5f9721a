using PortalProxy.Tests.Infrastructure;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.PublicSites;

/// <summary>Several public sites behind one portal: the host name says which, to the customer and to the appliance.</summary>
public sealed class SiteTests : IAsyncLifetime
{
    private static readonly (string Key, string Value)[] Settings =
    [
        ("Portal:Name", "Main help"), ("Portal:SupportPhone", "+46 8 1"),
        ("Portal:FrameAncestors:0", "https://www.example.com"), ("Portal:FrameAncestors:1", "https://intranet.example.com"),
        ("Portal:Issues:0:Id", "1"), ("Portal:Issues:0:Title", "Sign in"), ("Portal:Issues:1:Id", "2"), ("Portal:Issues:1:Title", "Printing"),
        ("Portal:Sites:sales:Hosts:0", "sales-help.example.com"), ("Portal:Sites:sales:Hosts:1", "verkauf.example.com"),
        ("Portal:Sites:sales:ApplianceHost", "sales.example.com"), ("Portal:Sites:sales:Name", "Sales help"),
        ("Portal:Sites:sales:SessionKey", "false"), ("Portal:Sites:sales:FrameAncestors:0", "https://shop.example.com"),
        ("Portal:Sites:sales:Issues:0:Id", "3"), ("Portal:Sites:sales:Issues:0:Title", "Orders"),
        ("Portal:Sites:lab:Hosts:0", "lab.example.com"), ("Portal:Sites:lab:SessionKeyLength", "10"), ("Portal:Sites:lab:FrameAncestors", ""),
        ("Portal:Sites:lab:Fields:0:CodeName", "room"), ("Portal:Sites:lab:Fields:0:Required", "true"),
        ("Appliance:SessionApi", "StartSession"),
    ];

    private Stand appliance = null!;
    private Portal portal = null!;

    public async ValueTask InitializeAsync()
    {
        appliance = await Simulated.StartAsync(PortalProxy.SimulatedAppliance.Era.Current);
        portal = Portal.Start([("Appliance:BaseUrl", appliance.Url.AbsoluteUri), .. Settings]);
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await appliance.DisposeAsync();
    }

    [Theory]
    [InlineData("sales-help.example.com", "Sales help")]
    [InlineData("VERKAUF.example.com", "Sales help")]
    [InlineData("sales-help.example.com:8443", "Sales help")]
    [InlineData("lab.example.com", "Main help")]
    [InlineData("anything.example.com", "Main help")]
    [InlineData("sales.example.com", "Main help")]
    [InlineData("192.0.2.7", "Main help")]
    public async Task The_host_name_says_which_site_and_an_unknown_one_gets_the_default(string host, string name)
    {
        using var answer = await AskAsync(host, "/");

        Assert.Equal(name, (await answer.PageAsync()).QuerySelector("header a.name")!.TextContent);
    }

    [Theory]
    [InlineData("sales-help.example.com", "sales.example.com")]
    [InlineData("lab.example.com", null)]
    [InlineData("anything.example.com", null)]
    public async Task The_appliance_is_asked_under_the_sites_own_host_name(string host, string? asked)
    {
        using var answer = await AskAsync(host, "/api/start_session?issue_menu=1&session.custom.room=1");

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(asked ?? $"127.0.0.1:{appliance.Url.Port}", Assert.Single(appliance.Requests.All).Host);
    }

    [Fact]
    public async Task A_site_has_its_own_ways_issues_and_framing_and_everything_else_of_the_portal()
    {
        using var sales = await AskAsync("sales-help.example.com", "/");
        using var main = await AskAsync("help.example.com", "/");
        using var page = await sales.PageAsync();

        Assert.Equal(["issue"], page.QuerySelectorAll("section[id]").Select(one => one.Id!));
        Assert.Equal(["", "3"], page.QuerySelectorAll("select[name=id] option").Select(one => one.GetAttribute("value")!));
        Assert.Equal("+46 8 1", page.QuerySelector("footer a")!.TextContent);
        Assert.Contains("frame-ancestors 'self' https://shop.example.com", sales.Raw("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("www.example.com", sales.Raw("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains(
            "frame-ancestors 'self' https://www.example.com https://intranet.example.com", main.Raw("Content-Security-Policy"), StringComparison.Ordinal);
        using var key = await AskAsync("sales-help.example.com", "/session-key");
        Assert.Equal(404, (int)key.StatusCode);
    }

    [Fact]
    public async Task A_site_with_an_empty_list_inherits_nobody_who_may_embed_it()
    {
        using var lab = await AskAsync("lab.example.com", "/");

        Assert.DoesNotContain("example.com", lab.Raw("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", lab.Raw("X-Frame-Options"));
    }

    [Theory]
    [InlineData("lab.example.com", "short_key=1234567", 422)]
    [InlineData("lab.example.com", "issue_menu=1", 422)]
    [InlineData("lab.example.com", "issue_menu=1&session.custom.room=12", 200)]
    [InlineData("help.example.com", "issue_menu=1", 200)]
    public async Task Each_site_has_its_own_key_length_and_fields(string host, string query, int status)
    {
        using var answer = await AskAsync(host, $"/api/start_session?{query}");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200 ? 1 : 0, appliance.Requests.All.Count);
    }

    private async Task<HttpResponseMessage> AskAsync(string host, string target)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, target);
        request.Headers.Host = host;
        return await portal.SendAsync(request);
    }
}
