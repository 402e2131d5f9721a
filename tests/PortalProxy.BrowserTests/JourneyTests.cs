using PortalProxy.BrowserTests.Infrastructure;

namespace PortalProxy.BrowserTests;

/// <summary>Every way from its form to the file, with scripts and without.</summary>
public sealed class JourneyTests(Chromium chromium, DemoPortal demo) : IClassFixture<DemoPortal>
{
    public static TheoryData<string, bool> Pages(string alone) => new() { { "/", true }, { alone, true }, { "/", false }, { alone, false } };

    [Theory]
    [MemberData(nameof(Pages), "/representatives")]
    public async Task A_representative_is_chosen(string address, bool scripts)
    {
        await using var customer = await ComeAsync(scripts);
        await customer.OpenAsync(address);

        await customer.Button("Jürgen Groß").ClickAsync();

        await customer.ReadsAsync("Jürgen Groß is ready to help you");
        await GetsTheClientAsync(customer, scripts);
    }

    [Theory]
    [MemberData(nameof(Pages), "/session-key")]
    public async Task A_session_key_is_entered(string address, bool scripts)
    {
        await using var customer = await ComeAsync(scripts);
        await customer.OpenAsync(address);

        await customer.KeyField.FillAsync(demo.NewKey());
        await customer.Button("Start the session").ClickAsync();

        await customer.ReadsAsync("Your session is ready to start");
        await GetsTheClientAsync(customer, scripts);
    }

    [Theory]
    [MemberData(nameof(Pages), "/issue")]
    public async Task An_issue_is_described(string address, bool scripts)
    {
        await using var customer = await ComeAsync(scripts);
        await customer.OpenAsync(address);

        await customer.Page.GetByLabel("What is it about?").SelectOptionAsync("2");
        await customer.Page.GetByLabel("What do you need help with?").FillAsync("It prints\nnothing 😀");
        await customer.Page.GetByLabel("Your name").FillAsync("Zoë");
        await customer.Button("Get help with this").ClickAsync();

        await customer.ReadsAsync("Help with: Printing & scanning");
        await GetsTheClientAsync(customer, scripts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invitation_waits_for_a_press(bool scripts)
    {
        var key = demo.Appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).AccessKey;
        await using var customer = await ComeAsync(scripts);
        await customer.OpenAsync($"/?ak={key}");

        await customer.ReadsAsync("Your session is ready to start");
        await GetsTheClientAsync(customer, startsByItself: false);
    }

    private Task<Customer> ComeAsync(bool scripts) => Customer.ComeAsync(chromium, demo.Portal, new() { JavaScriptEnabled = scripts });

    private async Task GetsTheClientAsync(Customer customer, bool startsByItself)
    {
        if (!startsByItself)
            await customer.Page.Locator("#connector button").ClickAsync();
        var (sha256, name) = await customer.NextFileAsync();

        Assert.Equal(demo.Appliance.Client.Sha256, sha256);
        Assert.Matches("^bomgar-scc-[a-z0-9]+", name);
        Assert.Empty(await customer.Page.Context.CookiesAsync());
    }
}
