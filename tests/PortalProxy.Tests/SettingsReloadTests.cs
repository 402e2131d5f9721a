using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests;

public sealed class SettingsReloadTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => Path.Combine(folder.Path, "settings.json");

    [Fact]
    public async Task A_change_is_seen_without_a_restart_and_a_wrong_one_is_refused_and_the_old_settings_stay()
    {
        await WriteAsync("{}");
        await using var portal = Portal.Watching(File, ("Appliance:BaseUrl", "http://127.0.0.1:9"));

        await WriteAsync("""{ "Portal": { "Name": "Help desk", "AccentColor": "#b00020", "Notices": [ { "Text": "Printing is down." } ] } }""");
        await Poll.UntilAsync(async () => (await PageAsync(portal)).Contains("Printing is down.", StringComparison.Ordinal), "the notice stands on the page");
        Assert.Contains("Help desk", await PageAsync(portal));

        await WriteAsync("""{ "Portal": { "Name": "Loud desk", "Notices": [ { "Text": "Oh", "Severity": "loud" } ] } }""");
        await IsRefusedAsync(portal, "Portal:Notices:0:Severity is \"loud\". Write one of: Info, Warning, Urgent.");
        Assert.Contains("Help desk", await PageAsync(portal));

        await WriteAsync("""{ "Portal": { "Name": """);
        await IsRefusedAsync(portal, "settings.json can't be read: ");
        Assert.Contains("Printing is down.", await PageAsync(portal));

        await WriteAsync("""{ "Portal": { "Name": "Help again" } }""");
        await Poll.UntilAsync(async () => (await PageAsync(portal)).Contains("Help again", StringComparison.Ordinal), "the mended settings are in force");
        Assert.DoesNotContain("Printing is down.", await PageAsync(portal));
    }

    [Theory]
    [InlineData("/session-key", "Printing is down.", """{ "Notices": [ { "Text": "Printing is down." } ] }""")]
    [InlineData("/session-key", "id=\"hours\"", """{ "TimeZone": "UTC", "OpeningHours": { "Monday": [ "08:00-12:00" ] } }""")]
    [InlineData("/session-key", "Help desk", """{ "Name": "Help desk" }""")]
    [InlineData("/session-key", "I agree to this.", """{ "Agreement": "I agree to this." }""")]
    [InlineData("/issue", "Coffee machine", """{ "Issues": [ { "Id": 7, "Title": "Coffee machine" } ] }""")]
    [InlineData("/session-key", "What can we do for you?", """{ "Texts": { "en": { "EnterKey": "What can we do for you?" } } }""")]
    public async Task Each_kind_of_what_customers_see_follows(string page, string text, string settings)
    {
        await WriteAsync("{}");
        await using var portal = Portal.Watching(File, ("Appliance:BaseUrl", "http://127.0.0.1:9"));
        Assert.DoesNotContain(text, await PageAsync(portal, page));

        await WriteAsync($$"""{ "Portal": {{settings}} }""");

        await Poll.UntilAsync(async () => (await PageAsync(portal, page)).Contains(text, StringComparison.Ordinal), $"\"{text}\" stands on {page}");
    }

    [Fact]
    public async Task Health_tells_of_a_change_that_was_refused_and_the_portal_stays_ready()
    {
        await WriteAsync("{}");
        await using var portal = Portal.Watching(File, ("Appliance:BaseUrl", "http://127.0.0.1:9"));
        Assert.Contains("\"settings\":\"good\"", await PageAsync(portal, "/readyz"));

        await WriteAsync("""{ "Portal": { "Issue": "on" } }""");
        await IsRefusedAsync(portal, "Portal:Issue is \"on\". Write true or false.");
        Assert.Contains("\"settings\":\"a change was refused\"", await PageAsync(portal, "/readyz"));

        await WriteAsync("""{ "Portal": { "Issue": "true" } }""");
        await portal.Log.WaitForAsync("The settings have changed. What customers see");
        Assert.Contains("\"settings\":\"good\"", await PageAsync(portal, "/readyz"));
    }

    [Fact]
    public async Task A_download_under_way_goes_on_through_a_change()
    {
        await WriteAsync("{}");
        var isChanged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(4) + "MZ");
            await Soon.Within(isChanged.Task);
            await exchange.SendAsync("ab");
        });
        await using var portal = Portal.Watching(File, ("Appliance:BaseUrl", appliance.Url.AbsoluteUri));
        using var download = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");

        await WriteAsync("""{ "Portal": { "Name": "Other desk", "Issue": "false" } }""");
        await Poll.UntilAsync(async () => (await PageAsync(portal)).Contains("Other desk", StringComparison.Ordinal), "the change is in force");
        isChanged.SetResult();

        Assert.Equal("MZab"u8.ToArray(), await download.BytesAsync());
    }

    private static async Task IsRefusedAsync(Portal portal, string mistake) => await portal.Log.WaitForAsync(
        "the old ones stay in force", one => one.Properties["Mistakes"].ToString("l", null).StartsWith(mistake, StringComparison.Ordinal));

    public void Dispose() => folder.Dispose();

    private static Task<string> PageAsync(Portal portal, string path = "/session-key") =>
        portal.Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    private Task WriteAsync(string text) => System.IO.File.WriteAllTextAsync(File, text, TestContext.Current.CancellationToken);
}
