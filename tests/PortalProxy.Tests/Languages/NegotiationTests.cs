using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Languages;

/// <summary>In which language a page is answered, and what it says of that.</summary>
public sealed class NegotiationTests(HealthyPortal healthy)
{
    [Theory]
    [InlineData("/", null, "en")]
    [InlineData("/", "de", "de")]
    [InlineData("/", "de-AT, en;q=0.5", "de")]
    [InlineData("/", "da, sv;q=0.8, de;q=0.9", "de")]
    [InlineData("/", "en;q=0.1, fi", "fi")]
    [InlineData("/", "da, no", "en")]
    [InlineData("/", "de;q=0, fr;q=0.1", "fr")]
    [InlineData("/", "*", "en")]
    [InlineData("/", "!!, de", "de")]
    [InlineData("/", "zh-TW", "zh-Hant")]
    [InlineData("/?lang=fr", "de", "fr")]
    [InlineData("/?lang=FR-ca", "de", "fr")]
    [InlineData("/?lang=xx", "de", "de")]
    [InlineData("/?lang=", "de", "de")]
    [InlineData("/?lang=fr&lang=it", "de", "de")]
    [InlineData("/?lang=%3Cscript%3E", null, "en")]
    [InlineData("/session-key?lang=ja", null, "ja")]
    [InlineData("/no-such-page?lang=pl", null, "pl")]
    [InlineData("/no-such-page", "pl", "pl")]
    [InlineData("/?ak=1&lang=it", null, "it")]
    public async Task The_address_counts_most_then_the_browser_then_the_first_language(string address, string? accepted, string language)
    {
        using var answer = await healthy.Portal.InLanguagesAsync(address, accepted);
        var page = await answer.PageAsync();

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(language == "ar" ? "rtl" : "ltr", page.DocumentElement.GetAttribute("dir"));
        Assert.Equal(language, answer.Raw("Content-Language"));
        Assert.Contains("Accept-Language", answer.Raw("Vary"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_thousand_languages_cost_no_more_than_twenty()
    {
        var many = string.Join(',', Enumerable.Range(0, 1000).Select(number => $"x-{number}")) + ",de";

        using var answer = await healthy.Portal.InLanguagesAsync("/", many);

        Assert.Equal("en", answer.Raw("Content-Language"));
    }

    [Theory]
    [InlineData("/css/look.css")]
    [InlineData("/livez")]
    [InlineData("/availability")]
    [InlineData("/download_customer_connector.ns?issue_menu=1")]
    public async Task What_nobody_reads_has_no_language(string address)
    {
        using var answer = await healthy.Portal.InLanguagesAsync(address, "de");

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Null(answer.Raw("Content-Language"));
        Assert.DoesNotContain("Accept-Language", answer.Raw("Vary") ?? "");
    }

    [Fact]
    public async Task A_problem_document_is_worded_in_the_language_of_its_reader()
    {
        using var answer = await healthy.Portal.InLanguagesAsync($"{PortalRequests.Door}?short_key=12", "de", "application/json");
        var problem = await answer.ProblemAsync();

        Assert.Equal("de", answer.Raw("Content-Language"));
        Assert.Equal("Etwas muss geändert werden", problem["title"]!.GetValue<string>());
        Assert.StartsWith("Ein Sitzungsschlüssel hat 7 Buchstaben", problem["errors"]!["short_key"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turkish_casing_changes_no_protocol()
    {
        // Where "i" becomes "İ", a comparison by culture fails.
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{PortalRequests.Door}?lang=tr")
        {
            Content = new FormUrlEncodedContent([new("ISSUE_MENU", "x"), new("issue_menu", "1"), new("id", "1")]),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("User-Agent", Browser.Windows);

        using var answer = await healthy.Portal.SendAsync(request);

        Assert.Equal("application/octet-stream", answer.Raw("Content-Type"));
    }
}
