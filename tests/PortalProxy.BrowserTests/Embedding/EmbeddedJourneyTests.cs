using PortalProxy.BrowserTests.Infrastructure;

namespace PortalProxy.BrowserTests.Embedding;

/// <summary>Every way from a form in another site's page to the file; the browser takes the two for different sites.</summary>
public sealed class EmbeddedJourneyTests(Chromium chromium, EmbeddingStand stand) : IClassFixture<EmbeddingStand>
{
    public static TheoryData<string> Embeddings => ["script", "script of all ways", "mount", "plain frame", "frame without scripts"];

    [Theory]
    [MemberData(nameof(Embeddings))]
    public async Task A_representative_is_chosen(string embedding)
    {
        await using var customer = await OpenAsync(embedding, "representatives");

        await customer.FrameButton("Jürgen Groß").ClickAsync();

        await customer.FrameReadsAsync("Jürgen Groß is ready to help you");
        await GetsTheClientAsync(customer, embedding);
    }

    [Theory]
    [MemberData(nameof(Embeddings))]
    public async Task A_session_key_is_entered(string embedding)
    {
        await using var customer = await OpenAsync(embedding, "session-key");

        await customer.Frame().Locator("input[name=short_key]").FillAsync(stand.NewKey());
        await customer.FrameButton("Start the session").ClickAsync();

        await customer.FrameReadsAsync("Your session is ready to start");
        await GetsTheClientAsync(customer, embedding);
    }

    [Theory]
    [MemberData(nameof(Embeddings))]
    public async Task An_issue_is_described(string embedding)
    {
        await using var customer = await OpenAsync(embedding, "issue");

        await customer.Frame().GetByLabel("What is it about?").SelectOptionAsync("2");
        await customer.Frame().GetByLabel("Your name").FillAsync("Zoë");
        await customer.FrameButton("Get help with this").ClickAsync();

        await customer.FrameReadsAsync("Help with: Printing & scanning");
        await GetsTheClientAsync(customer, embedding);
    }

    [Fact]
    public async Task An_invitation_waits_for_a_press()
    {
        var key = stand.Appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).AccessKey;
        await using var customer = await stand.OpenAsync(chromium, $"""<iframe src="{stand.Origin}/?ak={key}" title=Help></iframe>""");

        await customer.FrameReadsAsync("Your session is ready to start");
        await customer.FrameButton("Download and start").ClickAsync();

        Assert.Equal(stand.Appliance.Client.Sha256, (await customer.NextFileAsync()).Sha256);
    }

    private Task<Customer> OpenAsync(string embedding, string way) => stand.OpenAsync(
        chromium,
        embedding switch
        {
            "script" => stand.Snippet($"data-way={way}"),
            "script of all ways" => stand.Snippet("data-way=all"),
            "mount" => $"""
                <div id=here></div>{stand.Snippet("onload=\"go()\"")}<script>const go = () => PortalProxy.mount("#here", {"{"} way: "{way}" {"}"});</script>
                """,
            _ => $"""<iframe src="{stand.Origin}/{way}" title=Help width=600 height=900></iframe>""",
        },
        options: new() { JavaScriptEnabled = embedding != "frame without scripts" });

    private async Task GetsTheClientAsync(Customer customer, string embedding)
    {
        if (embedding == "frame without scripts")
            await customer.Frame().Locator("#connector button").ClickAsync();

        Assert.Equal(stand.Appliance.Client.Sha256, (await customer.NextFileAsync()).Sha256);
        Assert.Empty(await customer.Page.Context.CookiesAsync());
    }
}
