using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Downloads;

/// <summary>What a start page hears of its own download, over real sockets.</summary>
public sealed class DownloadEventsTests(HealthyPortal healthy)
{
    private readonly string id = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task A_download_that_goes_well_is_told_from_start_to_end()
    {
        using var events = await FollowAsync(healthy.Portal);

        using var answer = await healthy.Portal.PostAsync($"{PortalRequests.Door}?download={id}", "issue_menu=1");
        await answer.BytesAsync();

        Assert.Equal("text/event-stream", events.Raw("Content-Type"));
        Assert.Equal("no-store", events.Raw("Cache-Control"));
        Assert.Equal(["started", "handedOver"], await StatesAsync(events));
        Assert.DoesNotContain(healthy.Appliance.Requests.All, one => one.Parameters.Any(parameter => parameter.Value == id));
    }

    [Fact]
    public async Task A_download_that_the_appliance_breaks_off_is_told_as_broken()
    {
        await using var appliance = await Simulated.StartAsync();
        appliance.State.BreakOffAfter = 100_000;
        await using var portal = Portal.Before(appliance);
        using var events = await FollowAsync(portal);

        using var answer = await portal.PostAsync($"{PortalRequests.Door}?download={id}", "issue_menu=1");
        await Assert.ThrowsAnyAsync<Exception>(answer.BytesAsync);

        Assert.Equal(["started", "brokenOff"], await StatesAsync(events));
    }

    [Fact]
    public async Task A_refusal_is_told_by_the_answer_and_not_here()
    {
        using var refusal = await healthy.Portal.PostAsync($"{PortalRequests.Door}?download={id}", "short_key=0000000");
        Assert.Equal(422, (int)refusal.StatusCode);

        using var answer = await healthy.Portal.PostAsync($"{PortalRequests.Door}?download={id}", "issue_menu=1");
        await answer.BytesAsync();
        using var events = await FollowAsync(healthy.Portal);

        Assert.Equal(["handedOver"], await StatesAsync(events));
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    public async Task What_is_no_id_has_no_page(string wrong)
    {
        using var answer = await healthy.Portal.GetAsync($"/downloads/{wrong}");

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_portal_that_stops_does_not_wait_for_open_pages()
    {
        var portal = Portal.Before(healthy.Appliance);
        using var events = await FollowAsync(portal);

        await Soon.Within(portal.DisposeAsync().AsTask());

        Assert.Empty(await StatesAsync(events));
    }

    private Task<HttpResponseMessage> FollowAsync(Portal portal) => portal.GetAsync($"/downloads/{id}");

    private static async Task<IEnumerable<string>> StatesAsync(HttpResponseMessage events)
    {
        var text = await Soon.Within(events.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return text.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => line["data: ".Length..]);
    }
}
