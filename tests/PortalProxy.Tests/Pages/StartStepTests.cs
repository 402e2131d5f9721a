using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages;

/// <summary>What the start page tells to do with the file, for each browser and system.</summary>
public sealed class StartStepTests(HealthyPortal healthy)
{
    private const string Chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
    private const string Edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0";
    private const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Theory]
    [InlineData(Edge, "choose Keep", "choose More info, then Run anyway", "publisher BeyondTrust Corporation")]
    [InlineData(Firefox, "under the arrow that points down", "choose More info, then Run anyway")]
    [InlineData(Browser.Windows, "in your browser’s list of downloads")]
    [InlineData(Browser.Mac, "If Safari asks", "Its name is not the same as the file’s")]
    [InlineData(Chrome, "beside the address", "open its properties")]
    [InlineData("curl/8.0", "in your browser’s list of downloads", "If your system asks")]
    public async Task They_are_those_of_the_browser_and_the_system(string userAgent, params string[] texts)
    {
        var start = await StartAsync(healthy.Portal, userAgent);

        Assert.Contains("A small program is downloaded.", start.Text);
        Assert.Contains("Its name begins with bomgar-scc, its publisher is BeyondTrust Corporation.", start.Text);
        var steps = start.Document.QuerySelector("ol.steps")!.TextContent;
        Assert.All(texts, text => Assert.Contains(text, steps));
        Assert.EndsWith("the person who helps you writes to you in it.", steps.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_and_publisher_are_those_of_the_settings()
    {
        await using var portal = Portal.Before(healthy.Appliance, ("Portal:FileName", "help-"), ("Portal:Publisher", "Example & Sons"));

        var start = await StartAsync(portal, Edge);

        Assert.Contains("Its name begins with help-, its publisher is Example & Sons.", start.Text);
        Assert.Contains("look for the publisher Example & Sons and choose Yes", start.Text);
    }

    [Fact]
    public async Task Where_the_start_is_switched_off_nothing_starts_by_itself_and_the_heading_takes_the_focus()
    {
        await using var portal = Portal.Before(healthy.Appliance, ("Portal:AutoStart", "false"));

        var start = await StartAsync(portal, Edge);

        Assert.False(start.Form("#connector").HasAttribute("data-starts-by-itself"));
        Assert.True(start.One("h1").HasAttribute("data-focus"));
        Assert.Contains("Press the button when you are ready.", start.Text);
    }

    [Fact]
    public async Task Trying_again_sends_the_same_form()
    {
        var start = await StartAsync(healthy.Portal, Edge);

        Assert.Equal("Try again", start.One("button[form=connector]").TextContent);
        Assert.Contains("If your key has been used up by then, ask the person who is helping you for a new one.", start.Text);
    }

    private static Task<Page> StartAsync(Portal portal, string userAgent) =>
        new Browser(portal.Client, userAgent).PostAsync("/session-key", "short_key=1728331");
}
