using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.Pages;

/// <summary>A phone can't run the file: it needs an app, the site's name and the key.</summary>
public sealed class PhoneTests
{
    public static TheoryData<string> Phones => [Browser.IPhone, Browser.IPad, Browser.Android];

    [Theory, MemberData(nameof(Phones))]
    public async Task The_start_page_shows_the_app_the_site_and_the_key_and_starts_nothing(string phone)
    {
        await using var appliance = await Simulated.StartAsync(Era.Current);
        await using var portal = Before(appliance, ("Portal:PhoneAppName", "Help & Co"), ("Portal:ApplianceHost", "sales.example.com"));
        var page = await new Browser(portal.Client, phone).PostAsync("/session-key", "short_key=172-8331");

        page.Is(200);
        Assert.Equal(["Help & Co", "sales.example.com", "1728331"], page.Document.QuerySelectorAll("dl.app dd").Select(one => one.TextContent));
        Assert.Equal("Go on", page.One("#connector button").TextContent);
        Assert.False(page.Form("#connector").HasAttribute("data-starts-by-itself"));
        Assert.DoesNotContain(".exe", page.Text, StringComparison.Ordinal);
        Assert.Empty(appliance.Requests.All);
    }

    [Theory]
    [InlineData(Era.Guide2008, "DownloadCustomerConnector")]
    [InlineData(Era.Current, "StartSession")]
    public async Task A_page_of_the_appliance_hands_a_phone_over_and_is_worded_by_the_portal(Era era, string dialect)
    {
        await using var appliance = await Simulated.StartAsync(new SimulatedApplianceOptions { Era = era, PhoneHandOff = true });
        await using var portal = Before(appliance, ("Appliance:SessionApi", dialect));
        var key = appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).ShortKey;
        var browser = new Browser(portal.Client, Browser.Android);

        var start = await browser.PostAsync("/session-key", $"short_key={key}");
        var page = await browser.SubmitAsync(start.Form("#connector"));

        page.Is(200);
        Assert.Equal("Go on in the app", page.Heading);
        Assert.Equal(["BeyondTrust Support", appliance.Url.Host, key], page.Document.QuerySelectorAll("dl.app dd").Select(one => one.TextContent));
        Assert.DoesNotContain("install the app, open it, and enter the session key there", page.Text, StringComparison.Ordinal);
        Assert.False(page.Has("main a.go"));
        Assert.Contains("reference", page.One("p.reference").TextContent, StringComparison.Ordinal);
        Assert.Equal("HandedOff", Assert.Single(await portal.Log.WaitForAsync("Connector request by")).Properties["Outcome"].ToString());
    }

    [Theory]
    [InlineData("issue_menu=1&customer_name=Zo%C3%AB&external_key=INC1", null, "{own}")]
    [InlineData("issue_menu=1&customer_name=Zo%C3%AB", "sales.example.com", "http://sales.example.com:{port}/")]
    [InlineData("id=101&name=%C3%85sa+Lindqvist", null, "{own}")]
    [InlineData("ak={ak}", null, "{own}?ak={ak}")]
    [InlineData("ak={ak}", "sales.example.com", "http://sales.example.com:{port}/?ak={ak}")]
    public async Task Without_a_key_to_copy_it_links_to_the_appliances_own_page_and_tells_it_nothing(string form, string? host, string link)
    {
        await using var appliance = await Simulated.StartAsync(Era.Current);
        await using var portal = Before(appliance, host is null ? [] : [("Portal:ApplianceHost", host)]);
        var ak = appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).AccessKey;
        string Filled(string text) => text.Replace("{ak}", ak, StringComparison.Ordinal)
            .Replace("{own}", appliance.Url.AbsoluteUri, StringComparison.Ordinal)
            .Replace("{port}", $"{appliance.Url.Port}", StringComparison.Ordinal);

        var page = await new Browser(portal.Client, Browser.IPhone).PostAsync(PortalRequests.Door, Filled(form));

        page.Is(200);
        Assert.Equal(Filled(link), page.One("main a.go").GetAttribute("href"));
        Assert.Equal(2, page.Document.QuerySelectorAll("dl.app dd").Length);
    }

    [Fact]
    public async Task A_store_that_the_appliance_names_is_linked_beside_the_key()
    {
        await using var appliance = await Simulated.StartAsync(
            new SimulatedApplianceOptions { Era = Era.Current, AppStore = new("https://play.google.com/store/apps/details?id=com.example") });
        await using var portal = Before(appliance);
        var key = appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).ShortKey;

        var page = await new Browser(portal.Client, Browser.Android).PostAsync(PortalRequests.Door, $"short_key={key}");

        Assert.Equal("https://play.google.com/store/apps/details?id=com.example", page.One("main a.go").GetAttribute("href"));
        Assert.Equal(key, page.Document.QuerySelectorAll("dl.app dd")[^1].TextContent);
    }

    [Fact]
    public async Task The_same_page_is_a_refusal_to_a_computer()
    {
        await using var appliance = await Simulated.StartAsync(Era.Current);
        await using var portal = Before(appliance);

        (await new Browser(portal.Client, Browser.Mac).PostAsync(PortalRequests.Door, "short_key=0000000")).Is(422);
        (await new Browser(portal.Client, Browser.IPhone).PostAsync(PortalRequests.Door, "short_key=0000000")).Is(200);
    }

    [Fact]
    public async Task A_phone_to_which_the_appliance_hands_a_file_gets_the_file()
    {
        await using var appliance = await Simulated.StartAsync(new SimulatedApplianceOptions { Era = Era.Current, PhoneHandOff = false, ClientBytes = 10 });
        await using var portal = Before(appliance);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{PortalRequests.Door}?issue_menu=1");
        request.Headers.TryAddWithoutValidation("User-Agent", Browser.Android);

        using var answer = await portal.SendAsync(request);

        Assert.Equal(10, (await answer.BytesAsync()).Length);
    }

    [Fact]
    public async Task What_calls_itself_a_Mac_is_offered_both_and_a_script_finds_the_tablet()
    {
        await using var appliance = await Simulated.StartAsync(Era.Current);
        await using var portal = Before(appliance);
        var page = await new Browser(portal.Client, Browser.Mac).PostAsync("/session-key", "short_key=1728331");

        Assert.Equal("Download and start", page.One("#connector button").TextContent);
        Assert.False(page.One("details#tablet").HasAttribute("open"));
        Assert.Equal("1728331", page.Document.QuerySelectorAll("details#tablet dl.app dd")[^1].TextContent);
        var scripts = await Task.WhenAll(page.Document.QuerySelectorAll("script[src]")
            .Select(one => portal.Client.GetStringAsync(one.GetAttribute("src"), TestContext.Current.CancellationToken)));
        Assert.Contains(scripts, one => one.Contains("maxTouchPoints", StringComparison.Ordinal));
        Assert.Contains(scripts, one => one.Contains("userAgentData", StringComparison.Ordinal));
    }

    private static Portal Before(Stand appliance, params (string Key, string Value)[] settings) =>
        Portal.Start([("Appliance:BaseUrl", appliance.Url.AbsoluteUri), ("Appliance:SessionApi", "StartSession"), .. settings]);
}
