using System.Security.Cryptography;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages;

/// <summary>From a form to the customer client, as a browser without scripts goes.</summary>
public sealed class FormJourneyTests(HealthyPortal healthy)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/representatives")]
    public async Task A_representative_is_pressed_and_the_client_comes(string address)
    {
        var page = await healthy.Browser.OpenAsync(address);
        var start = await healthy.Browser.SubmitAsync(page.Form("#representatives form"), page.Button("#representatives button[value='103']"));

        IsStart(start, "Mary O’Neill & Co is ready to help you");
        Assert.Equal([("id", "103"), ("name", "Mary O’Neill & Co")], start.Hidden("#connector"));
        await IsClientAsync(start);
    }

    [Theory]
    [InlineData("/", "{0}")]
    [InlineData("/session-key", "{0}")]
    [InlineData("/session-key", " {0} ")]
    public async Task A_session_key_is_entered_and_the_client_comes(string address, string typed)
    {
        var key = healthy.Appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).ShortKey;
        var page = await healthy.Browser.OpenAsync(address);
        page.Type("#session-key input[name=short_key]", string.Format(null, typed, $"{key[..3]}-{key[3..]}"));

        var start = await healthy.Browser.SubmitAsync(page.Form("#session-key form"));

        IsStart(start, "Your session is ready to start");
        var (name, value) = Assert.Single(start.Hidden("#connector"));
        Assert.Equal(("short_key", key), (name, value.Replace("-", "", StringComparison.Ordinal)));
        await IsClientAsync(start);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/issue")]
    public async Task An_issue_is_described_and_the_client_comes(string address)
    {
        const string description = "It says:\n\"<b>Åsa & Co</b>\" 😀";
        var ticket = Guid.NewGuid().ToString("N");
        var page = await healthy.Browser.OpenAsync($"{address}?external_key={ticket}");
        page.Type("#issue select[name=id]", "2");
        page.Type("#issue textarea", description);
        page.Type("#issue input[name=customer_name]", "Zoë");
        page.Type("#issue input[name=customer_company]", "A & B");
        page.Type("#issue input[name=customer_company_code]", "77");

        var start = await healthy.Browser.SubmitAsync(page.Form("#issue form"));

        IsStart(start, "Help with: Printing & scanning");
        (string Name, string Value)[] expected =
        [
            ("customer_company", "A & B"), ("customer_company_code", "77"), ("customer_desc", description.ReplaceLineEndings("\r\n")),
            ("customer_name", "Zoë"), ("external_key", ticket), ("id", "2"), ("issue_menu", "1"),
        ];
        Assert.Equal(
            expected.Select(one => (one.Name, one.Value.ReplaceLineEndings("\n"))),
            start.Hidden("#connector").Select(one => (one.Name, one.Value.ReplaceLineEndings("\n"))).Order());
        await IsClientAsync(start);
        var arrived = Assert.Single(healthy.Appliance.Requests.All, one => one.Value("external_key") == ticket);
        Assert.Equal(expected, arrived.Parameters.Select(one => (one.Name, one.Value)).Order());
    }

    [Fact]
    public async Task An_issue_that_says_nothing_leads_to_the_general_queue()
    {
        var page = await healthy.Browser.OpenAsync("/issue");

        var start = await healthy.Browser.SubmitAsync(page.Form("#issue form"));

        IsStart(start, "We are ready to help you");
        Assert.Equal([("issue_menu", "1")], start.Hidden("#connector"));
        await IsClientAsync(start);
    }

    [Theory]
    [InlineData("/session-key")]
    [InlineData("/representatives")]
    public async Task What_a_link_knows_travels_along_with_every_way(string address)
    {
        var page = await healthy.Browser.OpenAsync($"{address}?external_key=T-1&customer_name=Ann");

        Assert.Equal([("customer_name", "Ann"), ("external_key", "T-1")], page.Hidden("form").Order());
    }

    private static void IsStart(Page page, string heading)
    {
        page.Is(200);
        Assert.Equal(heading, page.Heading);
        Assert.Equal("/download_customer_connector.ns", page.Form("#connector").GetAttribute("action"));
        Assert.Equal("post", page.Form("#connector").Method);
        Assert.True(page.Form("#connector").HasAttribute("data-starts-by-itself"));
        Assert.Matches("^[A-Z2-9]{8}$", page.One(".reference strong").TextContent);
    }

    private async Task IsClientAsync(Page start)
    {
        using var answer = await healthy.Browser.DownloadAsync(start.Form("#connector"));
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(healthy.Appliance.Client.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Matches("^bomgar-scc-[a-z0-9]+\\.exe$", answer.Content.Headers.ContentDisposition?.FileName);
    }
}
