using AngleSharp;
using AngleSharp.Dom;
using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class ControlPageTests : WithAnAppliance
{
    [Fact]
    public async Task A_person_logs_representatives_in_and_out()
    {
        await PressAsync("/simulated/log-out", ("id", "101"));
        await PressAsync("/simulated/log-in", ("id", "105"));
        Assert.Equal([102, 103, 104, 105], Appliance.State.LoggedIn.Select(person => person.Representative.Id));
    }

    [Fact]
    public async Task A_new_key_is_shown_large_with_its_invitation_link()
    {
        await PressAsync("/simulated/session-key", ("queue", "team:11"), ("minutes", "5"));
        var key = Assert.Single(Appliance.State.Keys);
        using var page = await PageAsync();
        Assert.Equal(key.ShortKey, page.QuerySelector(".key")?.TextContent);
        Assert.NotNull(page.QuerySelector($"a[href='{Appliance.Url}?ak={key.AccessKey}']"));
    }

    [Fact]
    public async Task Every_form_on_the_page_works()
    {
        using var page = await PageAsync();
        var buttons = page.QuerySelectorAll("td form button");
        Assert.Equal(5, buttons.Length);
        foreach (var button in buttons)
            await PressAsync(button.ParentElement?.GetAttribute("action"), ("id", button.GetAttribute("value") ?? ""));
        Assert.Equal([105], Appliance.State.LoggedIn.Select(person => person.Representative.Id));

        var queues = page.QuerySelectorAll("option").Select(option => option.TextContent).ToList();
        foreach (var queue in queues)
            await PressAsync("/simulated/session-key", ("queue", queue), ("minutes", "60"));
        Assert.Equal(queues, Appliance.State.Keys.Select(key => key.Queue));
    }

    [Theory]
    [InlineData(Era.Guide2008, "/download_customer_connector.ns")]
    [InlineData(Era.Current, "/api/start_session")]
    public async Task The_era_is_shown_and_the_page_works_in_it(Era era, string connector)
    {
        await PlayAsync(new() { Era = era });
        using var page = await PageAsync();
        Assert.Contains(connector, page.QuerySelector("#era")?.TextContent, StringComparison.Ordinal);

        await PressAsync("/simulated/session-key", ("queue", "general"), ("minutes", "5"));
        using var answer = await SendAsync(HttpMethod.Get, $"{connector}?short_key={Appliance.State.Keys[^1].ShortKey}");
        await Answers.IsTheClientAsync(answer, Appliance.Client.Sha256);
    }

    [Fact]
    public async Task Requests_of_a_portal_are_shown_and_those_of_the_page_are_not()
    {
        await SendAsync(HttpMethod.Get, "/?q=<script>");
        using var page = await PageAsync();
        Assert.Contains("/?q=<script>", page.QuerySelector("[aria-labelledby=requests]")?.TextContent, StringComparison.Ordinal);
        Assert.Single(Appliance.Requests.All);
    }

    [Theory]
    [InlineData("/simulated/log-in", "id=99")]
    [InlineData("/simulated/log-out", "id=x")]
    [InlineData("/simulated/session-key", "queue=nobody&minutes=5")]
    [InlineData("/simulated/session-key", "queue=general&minutes=0")]
    public async Task A_choice_the_page_does_not_offer_is_an_error(string target, string query)
    {
        using var answer = await SendAsync(HttpMethod.Post, $"{target}?{query}");
        Assert.Equal(400, (int)answer.StatusCode);
    }

    private async Task<IDocument> PageAsync()
    {
        var html = await Http.GetStringAsync("/simulated", Cancel);
        return await BrowsingContext.New().OpenAsync(page => page.Content(html), Cancel);
    }

    private async Task PressAsync(string? action, params (string Name, string Value)[] fields)
    {
        using var answer = await Http.PostAsync(action, Form(fields), Cancel);
        Assert.Equal(303, (int)answer.StatusCode);
        Assert.Equal("/simulated", answer.Headers.Location?.ToString());
    }
}
