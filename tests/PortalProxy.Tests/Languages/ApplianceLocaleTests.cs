using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.Languages;

/// <summary>The language of the client: that of the page, as the appliance names it, where it is installed there.</summary>
public sealed class ApplianceLocaleTests(ApplianceLocaleTests.Installed installed) : IClassFixture<ApplianceLocaleTests.Installed>
{
    [Theory]
    [InlineData("", null, null)]
    [InlineData("", "de-AT", "de")]
    [InlineData("", "en", "en-us")]
    [InlineData("", "zh-HK", "zh-tw")]
    [InlineData("", "pt-PT", "pt-br")]
    [InlineData("", "fr", null)]
    [InlineData("", "da, de;q=0.5", "de")]
    [InlineData("lang=de", "en", "de")]
    [InlineData("lang=zh-Hant", null, "zh-tw")]
    [InlineData("lang=zh-Hans", null, null)]
    [InlineData("lang=fr", "de", null)]
    [InlineData("locale=pt-br", "de", "pt-br")]
    [InlineData("locale=EN-US", null, "en-us")]
    public async Task The_appliance_is_told_only_what_is_installed_there(string field, string? accepted, string? locale)
    {
        installed.Appliance.Requests.Clear();

        using var answer = await installed.Portal.InLanguagesAsync($"/api/start_session?issue_menu=1&{field}", accepted);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(
            $"/api/start_session?issue_menu=1{(locale is null ? "" : $"&locale={locale}")}",
            Assert.Single(installed.Appliance.Requests.All).RawTarget);
    }

    [Fact]
    public async Task The_start_pages_form_hands_the_chosen_language_on()
    {
        var browser = new Browser(installed.Portal.Client);
        var form = await browser.OpenAsync("/issue?lang=de");
        form.Type("#issue-customer_desc", "Hallo");
        var start = await browser.SubmitAsync(form.Form("#issue form"));
        installed.Appliance.Requests.Clear();

        using var file = await browser.DownloadAsync(start.Form("#connector"));

        Assert.EndsWith("&locale=de", Assert.Single(installed.Appliance.Requests.All).RawTarget, StringComparison.Ordinal);
    }

    /// <summary>An appliance of today with four languages.</summary>
    public sealed class Installed : IAsyncLifetime
    {
        public Stand Appliance { get; private set; } = null!;

        public Portal Portal { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Appliance = await Simulated.StartAsync(Era.Current);
            Appliance.State.Locales = ["en-us", "de", "pt-br", "zh-tw"];
            Portal = Portal.Start(
                ("Appliance:BaseUrl", Appliance.Url.AbsoluteUri),
                ("Appliance:SessionApi", "StartSession"),
                ("Appliance:Locales:0", "en-us"), ("Appliance:Locales:1", "de"), ("Appliance:Locales:2", "pt-br"), ("Appliance:Locales:3", "zh-tw"));
        }

        public async ValueTask DisposeAsync()
        {
            await Portal.DisposeAsync();
            await Appliance.DisposeAsync();
        }
    }
}
