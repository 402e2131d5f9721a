using System.Diagnostics;
using System.Text.Json.Nodes;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages.Live;

public sealed class AvailabilityTests(HealthyPortal healthy)
{
    private const int Crowd = 1000;
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task It_says_how_many_are_there_who_and_for_what()
    {
        var there = await AskAsync(healthy.Portal);

        Assert.Equal(3, (int?)there["representatives"]);
        Assert.Equal(["Åsa Lindqvist", "Jürgen Groß", "Mary O’Neill & Co"], there["people"]!.AsArray().Select(one => (string?)one!["name"]));
        Assert.Contains(there["issues"]!.AsArray(), one => (int?)one!["id"] == 2 && (string?)one["title"] == "Printing & scanning");
        Assert.DoesNotContain("Nadia", there.ToJsonString());
    }

    [Fact]
    public async Task Where_no_list_is_shown_it_names_nobody()
    {
        await using var portal = await Portal.Before(healthy.Appliance, ("Portal:Representatives", "false")).WithDirectoryAsync();

        var there = await AskAsync(portal);

        Assert.Equal(3, (int?)there["representatives"]);
        Assert.Null(there["people"]);
    }

    [Fact]
    public async Task Where_no_issues_are_taken_it_names_none()
    {
        await using var portal = await Portal.Before(healthy.Appliance, ("Portal:Issue", "false")).WithDirectoryAsync();

        Assert.Null((await AskAsync(portal))["issues"]);
    }

    [Fact]
    public async Task A_thousand_open_pages_hear_of_a_change_and_cost_the_appliance_one_look_per_interval()
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = await Portal.Before(appliance, ("Appliance:DirectoryRefresh", Refresh.ToString())).WithDirectoryAsync();
        appliance.Requests.Clear();
        var watch = Stopwatch.StartNew();
        var pages = await Task.WhenAll(Enumerable.Range(0, Crowd).Select(_ => OpenPage.OfAsync(portal)));
        Assert.All(await Task.WhenAll(pages.Select(page => page.NextAsync())), text => Assert.Contains("\"representatives\":3", text));

        appliance.State.LogOut(101);

        Assert.All(await Task.WhenAll(pages.Select(page => page.NextAsync())), text => Assert.Contains("\"representatives\":2", text));
        var looks = appliance.Requests.All.Count(one => one.Parameters.Any(parameter => parameter.Value == "get_logged_in_reps"));

        // Eagerly refreshed at eight tenths of its age, and one look may have been under way at either end.
        Assert.InRange(looks, 1, watch.Elapsed / (0.8 * Refresh) + 2);
        Array.ForEach(pages, page => page.Dispose());
    }

    private static async Task<JsonObject> AskAsync(Portal portal)
    {
        using var answer = await portal.GetAsync("/availability");
        Assert.Equal("no-store", answer.Raw("Cache-Control"));
        return JsonNode.Parse(await answer.BytesAsync())!.AsObject();
    }

    /// <summary>A page that stands open and listens.</summary>
    private sealed class OpenPage(HttpResponseMessage answer, StreamReader events) : IDisposable
    {
        public static async Task<OpenPage> OfAsync(Portal portal)
        {
            var answer = await portal.GetAsync("/availability/events");
            return new(answer, new(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
        }

        public async Task<string> NextAsync()
        {
            while (await Soon.Within(events.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()) is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                    return line;
            }

            throw new EndOfStreamException("The events ended.");
        }

        public void Dispose()
        {
            events.Dispose();
            answer.Dispose();
        }
    }
}
