using System.Security.Cryptography;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>Where an appliance may send a request on to: itself, an app store, nowhere else.</summary>
public sealed class RedirectTests
{
    private const string Elsewhere = "the appliance redirected elsewhere";

    [Theory]
    [InlineData("/download_customer_connector.ns?issue_menu=1&id=2", "/download_customer_connector.ns?issue_menu=1&id=2")]
    [InlineData("download_customer_connector.ns?issue_menu=1", "/download_customer_connector.ns?issue_menu=1")]
    [InlineData("?issue_menu=1", "/download_customer_connector.ns?issue_menu=1")]
    [InlineData("{own}download_customer_connector.ns?issue_menu=1", "/download_customer_connector.ns?issue_menu=1")]
    [InlineData("/download_customer_connector.ns?issue_menu=1#top", "/download_customer_connector.ns?issue_menu=1")]
    [InlineData("/?ak={key}", "/?ak={key}")]
    public async Task One_to_itself_is_followed_inside_and_ends_in_the_same_client(string location, string target)
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = Portal.Start(("Appliance:BaseUrl", appliance.Url.AbsoluteUri));
        var key = appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).AccessKey;
        string Filled(string text) => text.Replace("{own}", appliance.Url.AbsoluteUri, StringComparison.Ordinal).Replace("{key}", key, StringComparison.Ordinal);
        appliance.State.ConnectorRedirect = new(Filled(location), Times: 1);

        using var answer = await portal.PostAsync(PortalRequests.Door, "issue_menu=1&customer_name=Zo%C3%AB");

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Null(answer.Raw("Location"));
        Assert.Equal(appliance.Client.Sha256, Convert.ToHexStringLower(SHA256.HashData(await answer.BytesAsync())));
        Assert.Equal(
            [$"GET {PortalRequests.Door}?issue_menu=1&customer_name=Zo%C3%AB", $"GET {Filled(target)}"],
            appliance.Requests.All.Select(one => $"{one.Method} {one.RawTarget}"));
    }

    [Theory]
    [InlineData("/api/start_session")]
    [InlineData("/api/start_session.ns")]
    [InlineData("/download_client_connector")]
    [InlineData("/download_client_connector.ns")]
    [InlineData("/download_customer_connector.ns")]
    public async Task Every_known_connector_path_is_one_to_itself_and_meets_the_same_rules(string path)
    {
        await using var appliance = RawAppliance.Playing(exchange => exchange.SendAsync(
            exchange.Target.StartsWith("/api/start_session?id=", StringComparison.Ordinal)
                ? Redirect($"{path}?followed=1")
                : RawAppliance.ClientHead(2) + "MZ"));
        await using var portal = appliance.StartPortal(("Appliance:SessionApi", "StartSession"));
        using var request = new HttpRequestMessage(HttpMethod.Head, $"/api/start_session?id=7&name=Somebody");
        request.Headers.TryAddWithoutValidation("User-Agent", Browser.Windows);
        request.Headers.TryAddWithoutValidation("Cookie", "a=1");
        request.Headers.TryAddWithoutValidation("X-Of-The-Visitors-Own", "1");

        using var answer = await portal.SendAsync(request);

        Assert.Equal(200, (int)answer.StatusCode);
        var (first, second) = (await appliance.NextAsync(), await appliance.NextAsync());
        Assert.StartsWith($"HEAD {path}?followed=1 ", second.Head, StringComparison.Ordinal);
        Assert.Equal(first.HeaderNames, second.HeaderNames);
        Assert.Equal(Browser.Windows, second.Header("User-Agent"));
        Assert.Null(second.Header("Cookie"));
    }

    [Theory]
    [InlineData(3, 200)]
    [InlineData(4, 502)]
    public async Task Three_are_followed_and_no_fourth(int redirects, int status)
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = Portal.Start(("Appliance:BaseUrl", appliance.Url.AbsoluteUri));
        appliance.State.ConnectorRedirect = new($"{PortalRequests.Door}?issue_menu=1", redirects);

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1", "application/json");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(4, appliance.Requests.All.Count);
        var cause = Assert.Single(await portal.Log.WaitForAsync("Connector request by")).Properties["Cause"].ToString();
        Assert.Equal(status == 200 ? "\"\"" : "\"the appliance redirected more than 3 times\"", cause);
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/api/command.ns?action=x")]
    [InlineData("/download_customer_connector.ns/../login")]
    [InlineData("/%64ownload_customer_connector.ns/..%2flogin")]
    [InlineData("/?other=1")]
    [InlineData("/?ak=")]
    [InlineData("/?ak=no-key")]
    [InlineData("/?ak=0123456789abcdef0123456789abcdef&login=1")]
    [InlineData("/")]
    [InlineData("//elsewhere.example/download_customer_connector.ns")]
    [InlineData("https://elsewhere.example/download_customer_connector.ns")]
    [InlineData("https://127.0.0.1/download_customer_connector.ns")]
    [InlineData("http://127.0.0.1:1/download_customer_connector.ns")]
    [InlineData("http://apps.apple.com/app")]
    [InlineData("https://apps.apple.com.elsewhere.example/app")]
    [InlineData("https://sub.apps.apple.com/app")]
    [InlineData("itms-apps://apps.apple.com/app")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://[")]
    public async Task Any_other_is_an_error_of_the_appliance(string location)
    {
        await using var appliance = RawAppliance.Saying(Redirect(location));
        await using var portal = appliance.StartPortal();

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?short_key=1728331");

        Assert.Equal(502, (int)answer.StatusCode);
        Assert.Null(answer.Raw("Location"));
        Assert.DoesNotContain("elsewhere", (await answer.PageAsync()).DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(1, appliance.Asked);
        var cause = Assert.Single(await portal.Log.WaitForAsync("Connector request by")).Properties["Cause"].ToString();
        Assert.Contains(location == "http://[" ? "answered 302 without a client" : Elsewhere, cause, StringComparison.Ordinal);
        Assert.DoesNotContain("1728331", portal.Log.AsText());
    }

    [Fact]
    public async Task One_that_leads_into_a_slow_answer_is_a_slow_answer()
    {
        await using var appliance = RawAppliance.Playing(exchange => exchange.Target.Contains("followed", StringComparison.Ordinal)
            ? exchange.WaitUntilGoneAsync()
            : exchange.SendAsync(Redirect("/api/start_session?followed=1")));
        await using var portal = appliance.StartPortal(("Appliance:AnswerTimeout", "00:00:01"));

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1", "application/json");

        Assert.Equal(504, (int)answer.StatusCode);
        Assert.Equal("TooSlow", Assert.Single(await portal.Log.WaitForAsync("Connector request by")).Properties["Outcome"].ToString());
    }

    [Theory]
    [InlineData("https://apps.apple.com/app/id1?ct=%C3%A9&x=%22%3E", null)]
    [InlineData("https://play.google.com/store/apps/details?id=com.example", null)]
    [InlineData("https://GET.example.com/app", "get.example.com")]
    public async Task One_to_an_allowed_store_becomes_a_page_with_a_link_that_opens_there(string store, string? allowed)
    {
        await using var appliance = RawAppliance.Saying(Redirect(store));
        await using var portal = appliance.StartPortal(allowed is null ? [] : [("Appliance:RedirectHosts:0", allowed)]);

        var page = await new Browser(portal.Client, Browser.IPhone).OpenAsync($"{PortalRequests.Door}?issue_menu=1");

        page.Is(200);
        var link = page.One("main a.go");
        Assert.Equal(new Uri(store).AbsoluteUri, link.GetAttribute("href"));
        Assert.Equal(("_blank", "noopener noreferrer"), (link.GetAttribute("target"), link.GetAttribute("rel")));
        Assert.Equal("HandedOff", Assert.Single(await portal.Log.WaitForAsync("Connector request by")).Properties["Outcome"].ToString());
    }

    [Fact]
    public async Task A_list_of_ones_own_takes_the_stores_place()
    {
        await using var appliance = RawAppliance.Saying(Redirect("https://apps.apple.com/app/id1"));
        await using var portal = appliance.StartPortal(("Appliance:RedirectHosts:0", "get.example.com"));

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");

        Assert.Equal(502, (int)answer.StatusCode);
    }

    private static string Redirect(string location) =>
        $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
}
