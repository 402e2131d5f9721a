using PortalProxy.Languages;
using PortalProxy.Tests.Infrastructure;
using PortalProxy.Tests.Settings;

namespace PortalProxy.Tests.Languages;

/// <summary>The settings <c>Portal:Languages</c> and <c>Portal:Texts</c>, for the portal and for a site of it.</summary>
public sealed class SiteLanguageTests(HealthyPortal healthy)
{
    [Fact]
    public async Task A_site_may_speak_fewer_languages_and_word_texts_of_its_own()
    {
        await using var portal = Portal.Before(
            healthy.Appliance,
            ("Portal:Languages:0", "en"), ("Portal:Languages:1", "de"), ("Portal:Languages:2", "ar"),
            ("Portal:Texts:en:HowCanWeHelp", "What can we do for you?"),
            ("Portal:Texts:de:HowCanWeHelp", "Was können wir für Sie tun?"),
            ("Portal:Sites:nord:Hosts:0", "nord.example"),
            ("Portal:Sites:nord:Languages:0", "sv"), ("Portal:Sites:nord:Languages:1", "de"),
            ("Portal:Sites:nord:Texts:DE:howcanwehelp", "Moin! Was liegt an?"));

        Assert.Equal(("en", "What can we do for you?"), await ReadAsync(portal, "localhost", null));
        Assert.Equal(("de", "Was können wir für Sie tun?"), await ReadAsync(portal, "localhost", "de"));
        Assert.Equal(("ar", "كيف يمكننا مساعدتك؟"), await ReadAsync(portal, "localhost", "ar"));
        Assert.Equal(("en", "What can we do for you?"), await ReadAsync(portal, "localhost", "sv"));
        Assert.Equal(("sv", "Hur kan vi hjälpa dig?"), await ReadAsync(portal, "nord.example", null));
        Assert.Equal(("sv", "Hur kan vi hjälpa dig?"), await ReadAsync(portal, "nord.example", "en"));
        Assert.Equal(("de", "Moin! Was liegt an?"), await ReadAsync(portal, "nord.example", "de"));
    }

    [Fact]
    public async Task A_text_of_the_administrators_is_text_and_no_html_and_holds_in_messages_too()
    {
        await using var portal = Portal.Before(
            healthy.Appliance,
            ("Portal:Texts:en:CallReference", "<b>Ticket</b> & number: {0}"),
            ("Portal:Texts:en:MissingKey", "Type the key, <please>."));

        var page = await new Browser(portal.Client).PostAsync("/session-key", "short_key=");
        var missing = await new Browser(portal.Client).OpenAsync("/no-such-page");

        Assert.Equal("Type the key, <please>.", page.One(".summary a").TextContent);
        Assert.StartsWith("<b>Ticket</b> & number: ", missing.One("p.reference").TextContent, StringComparison.Ordinal);
        Assert.False(missing.Has("b"));
    }

    [Theory]
    [InlineData("Portal:Languages:0", "deutsch", "Portal:Languages:0 names \"deutsch\", which is no language of the portal. The nearest is de; there are en, de, fr,")]
    [InlineData("Portal:Languages:0", "zh-CN", "Portal:Languages:0 names \"zh-CN\", which is no language of the portal. The nearest is zh-Hans;")]
    [InlineData("Portal:Languages:0", "de-AT", "Portal:Languages:0 names \"de-AT\", which is no language of the portal. The nearest is de;")]
    [InlineData("Portal:Languages", "de", "Portal:Languages is \"de\". It is a list: write Languages:0,")]
    [InlineData("Portal:Texts", "x", "Portal:Texts is \"x\". It is a group of settings: write Texts:<name>.")]
    [InlineData("Portal:Texts:gr:GetHelp", "x", "Portal:Texts:gr names \"gr\", which is no language of the portal. The nearest is ")]
    [InlineData("Portal:Texts:de", "x", "Portal:Texts:de is \"x\". It is a list")]
    [InlineData("Portal:Texts:de:HowCanWeHelpYou", "x", "Portal:Texts:de:HowCanWeHelpYou names a text that there is not. The nearest is HowCanWeHelp.")]
    [InlineData("Portal:Texts:de:Referenz", "x", "Portal:Texts:de:Referenz names a text that there is not. The nearest is ")]
    [InlineData("Portal:Texts:de:CallUs", "Rufen Sie an!", "Portal:Texts:de:CallUs is \"Rufen Sie an!\". Write it with {0}, and no other braces, as in \"Sie können uns auch anrufen: {0}\".")]
    [InlineData("Portal:Texts:en:KeyShape", "{0} of {1} or {2}", "Portal:Texts:en:KeyShape is \"{0} of {1} or {2}\". Write it with {0} and {1}, and no other braces")]
    [InlineData("Portal:Texts:en:CallUs", "Call {0} or {name}", "Portal:Texts:en:CallUs is \"Call {0} or {name}\". Write it with {0}, and no other braces")]
    [InlineData("Portal:Texts:en:GetHelp", "Help {0}", "Portal:Texts:en:GetHelp is \"Help {0}\". Write it without braces.")]
    [InlineData("Portal:Texts:en:GetHelp", "Help }", "Portal:Texts:en:GetHelp is \"Help }\". Write it without braces.")]
    public void What_can_not_be_is_a_start_mistake_that_says_how_to_mend_it(string key, string value, string mistake) =>
        Assert.StartsWith(mistake, Assert.Single(InMemory.MistakesIn((key, value))), StringComparison.Ordinal);

    [Fact]
    public void A_language_named_twice_is_a_mistake_and_so_is_one_of_a_site()
    {
        Assert.Equal(
            "Portal:Languages names \"de\" 2 times. Name each language once.",
            Assert.Single(InMemory.MistakesIn(("Portal:Languages:0", "de"), ("Portal:Languages:1", "DE"))));
        Assert.StartsWith(
            "Portal:Sites:a:Languages:0 names \"xx\"",
            Assert.Single(InMemory.MistakesIn(("Portal:Sites:a:Hosts:0", "a.example"), ("Portal:Sites:a:Languages:0", "xx"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_and_languages_are_settings_that_the_portal_knows() => Assert.Empty(InMemory.Read(
        ("Portal:Languages:0", "de"), ("Portal:Texts:de:GetHelp", "Hilfe"), ("Portal:Texts:en:GetHelp", "Help")).Unknown);

    [Fact]
    public void A_blank_text_leaves_ours_as_it_is()
    {
        var texts = InMemory.Read(("Portal:Texts:en:GetHelp", " ")).Sites.Default.Texts;

        Assert.Equal(TextResources.In(Language.English)["GetHelp"], texts["GetHelp"].Value);
    }

    private static async Task<(string? Language, string Heading)> ReadAsync(Portal portal, string host, string? language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;
        if (language is not null)
            request.Headers.Add("Accept-Language", language);
        using var answer = await portal.SendAsync(request);
        var page = await answer.PageAsync();
        return (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("h1")!.TextContent);
    }
}
