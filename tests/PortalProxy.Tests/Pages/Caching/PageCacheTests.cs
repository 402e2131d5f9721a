using Microsoft.Extensions.DependencyInjection;
using PortalProxy.Appliance;
using PortalProxy.Languages;
using PortalProxy.Pages.Caching;
using PortalProxy.PublicSites;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages.Caching;

/// <summary>A page out of memory is the page that would be made, and nobody's but the site's.</summary>
public sealed class PageCacheTests(StandardPortal standard) : IClassFixture<StandardPortal>
{
    private static readonly string[] PerAnswer = ["Date"];

    private Portal Portal => standard.Portal;

    [Theory]
    [InlineData("/")]
    [InlineData("/representatives")]
    [InlineData("/session-key")]
    [InlineData("/issue")]
    [InlineData("/?lang=de")]
    public async Task A_page_is_kept_and_comes_again_with_the_same_bytes_and_headers(string target)
    {
        var made = await AnswerAsync(target, "Ann's browser", "en");
        Assert.True(await IsKeptAsync(target));
        var again = await AnswerAsync(target, "Bob's browser", "en-GB, fr;q=0.1");

        Assert.Equal(made, again);
        Assert.Contains("Content-Security-Policy", again.Headers, StringComparison.Ordinal);
        Assert.Contains("Vary: Accept-Language", again.Headers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/issue?customer_name=Wilhelmina", true)]
    [InlineData("/issue?lang=de&customer_name=Wilhelmina", true)]
    [InlineData("/issue?lang=Wilhelmina", false)]
    [InlineData("/Issue", false)]
    public async Task What_somebody_has_written_into_an_address_is_on_their_own_page_alone(string target, bool isOnTheirs)
    {
        await AnswerAsync(target, "Ann's browser", "en");
        var theirs = await AnswerAsync(target, "Ann's browser", "en");
        Assert.Equal(isOnTheirs, theirs.Body.Contains("Wilhelmina", StringComparison.Ordinal));

        foreach (var plain in new[] { "/issue", "/issue?lang=de" })
        {
            var page = await AnswerAsync(plain, "Bob's browser", "en");
            Assert.DoesNotContain("Wilhelmina", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("/Issue", page.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_language_has_a_page_of_its_own_and_only_a_chosen_one_is_carried_on()
    {
        await AnswerAsync("/issue?lang=de", "a browser", "en");
        var negotiated = await AnswerAsync("/issue", "a browser", "de");
        var english = await AnswerAsync("/issue", "a browser", "en");

        Assert.Contains("<html lang=\"de\"", negotiated.Body, StringComparison.Ordinal);
        Assert.Contains("action=\"/issue\"", negotiated.Body, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", english.Body, StringComparison.Ordinal);
        Assert.Contains("action=\"/issue?lang=de\"", (await AnswerAsync("/issue?lang=de", "a browser", "en")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_says_the_length_of_a_kept_page_and_sends_none_of_it()
    {
        var body = (await AnswerAsync("/session-key", "a browser", "en")).Body;
        Assert.True(await IsKeptAsync("/session-key"));
        using var answer = await Portal.SendAsync(new(HttpMethod.Head, "/session-key"));

        Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(body), answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.BytesAsync());
    }

    [Fact]
    public async Task A_kept_page_counts_against_its_clients_limit()
    {
        await using var portal = await Portal.Before(standard.Appliance, ("Portal:RateLimits:PagesPerMinute", "3")).WithDirectoryAsync();
        for (var page = 0; page < 3; page++)
        {
            using var answer = await portal.GetAsync("/session-key");
            Assert.Equal(200, (int)answer.StatusCode);
        }

        using var refused = await portal.GetAsync("/session-key");
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.NotNull(refused.Raw("Retry-After"));
        Assert.Equal("Many requests are coming from your network", (await refused.PageAsync()).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_representative_who_leaves_is_gone_from_the_page_with_the_next_directory()
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = await Portal.Before(appliance).WithDirectoryAsync();
        var leaving = appliance.State.LoggedIn.First(one => one.Representative.OnList).Representative;
        Assert.Contains(leaving.DisplayName, await portal.Client.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        appliance.State.LogOut(leaving.Id);
        await portal.Services.GetRequiredService<SupportDirectory>().GetFreshAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(leaving.DisplayName, await portal.Client.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<bool> IsKeptAsync(string target)
    {
        var name = new PageName(target.Split('?')[0], target.EndsWith("=de", StringComparison.Ordinal) ? Tagged("de") : Language.English, target.Contains('?', StringComparison.Ordinal));
        var known = await Portal.Services.GetRequiredService<SupportDirectory>().GetAsync(TestContext.Current.CancellationToken);
        var site = Portal.Services.GetRequiredService<SitesInForce>().Table.Default;

        // On a busy machine a second may pass between an answer and this look.
        for (var look = 0; look < 100; look++)
        {
            if (Portal.Services.GetRequiredService<PageShelves>().Of(site).Find(name, known) is not null)
            {
                return true;
            }

            await AnswerAsync(target, "a browser", "en");
        }

        return false;
    }

    private static Language Tagged(string tag) => Language.All.Single(language => language.Tag == tag);

    private async Task<(int Status, string Headers, string Body)> AnswerAsync(string target, string browser, string languages)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, target);
        request.Headers.TryAddWithoutValidation("User-Agent", browser);
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        using var answer = await Portal.SendAsync(request);
        var headers = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)
            .Where(one => !PerAnswer.Contains(one.Key)).Select(one => $"{one.Key}: {one.Value}").Order();
        return ((int)answer.StatusCode, string.Join('\n', headers), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
