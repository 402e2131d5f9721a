using System.Security.Cryptography;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages;

/// <summary>The link of an invitation e-mail. Mail scanners open links and run scripts, so nothing starts by itself.</summary>
public sealed class InvitationTests(HealthyPortal healthy)
{
    [Fact]
    public async Task An_invitation_waits_for_a_press_and_then_hands_the_client_over()
    {
        var key = healthy.Appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).AccessKey;

        var page = await healthy.Browser.OpenAsync($"/?ak={key}");

        page.Is(200);
        Assert.Equal("Your session is ready to start", page.Heading);
        Assert.Contains("Press the button when you are ready.", page.Text);
        Assert.False(page.Form("#connector").HasAttribute("data-starts-by-itself"));
        Assert.Equal([("ak", key)], page.Hidden("#connector"));
        Assert.DoesNotContain(healthy.Appliance.Requests.All, one => one.Value("ak") == key);

        using var answer = await healthy.Browser.DownloadAsync(page.Form("#connector"));
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(healthy.Appliance.Client.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Theory]
    [InlineData("ak=0123", "This link is not complete. Ask the person who is helping you for a new one.")]
    [InlineData("ak=0123456789abcdef0123456789abcdeg", "This link is not complete. Ask the person who is helping you for a new one.")]
    [InlineData("ak=0123456789abcdef0123456789abcdef&short_key=1728331", "This asks for help in several ways at once. Use one only: a person, a session key or an issue.")]
    public async Task A_link_that_is_none_opens_the_portal_and_says_why(string query, string text)
    {
        var page = await healthy.Browser.OpenAsync($"/?{query}");

        page.Is(422);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        var link = page.One(".summary[role=alert] a");
        Assert.Equal(text, link.TextContent);
        Assert.True(page.Has(link.GetAttribute("href")!));
        Assert.Equal(3, page.Document.QuerySelectorAll("section[id]").Length);
    }

    [Theory]
    [InlineData("/?ak=")]
    [InlineData("/?ak=+")]
    [InlineData("/session-key?ak=0123456789abcdef0123456789abcdef")]
    public async Task A_blank_key_or_another_page_makes_no_invitation(string address)
    {
        var page = await healthy.Browser.OpenAsync(address);

        page.Is(200);
        Assert.False(page.Has("#connector"));
        Assert.DoesNotContain("0123456789abcdef", page.Document.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task A_used_invitation_is_refused_in_the_words_of_a_key()
    {
        var key = healthy.Appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).AccessKey;
        var page = await healthy.Browser.OpenAsync($"/?ak={key}");
        using var first = await healthy.Browser.DownloadAsync(page.Form("#connector"));

        var second = await healthy.Browser.SubmitAsync(page.Form("#connector"));

        second.Is(422);
        Assert.Contains(
            "This key did not work. Keys work for a short time and may work only once. Ask the person who is helping you for a new one.", second.Text);
        Assert.Equal("", second.Typed("#session-key input[name=short_key]"));
    }
}
