using System.IO.Compression;
using System.Text.RegularExpressions;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages.Embed;

/// <summary>The script that other sites load.</summary>
public sealed partial class EmbedLoaderTests(HealthyPortal healthy)
{
    private const int MostBytes = 4 * 1024;

    [Fact]
    public async Task Any_site_may_load_it_and_keeps_it_for_an_hour()
    {
        using var answer = await healthy.Portal.GetAsync("/embed.js");

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("cross-origin", answer.Raw("Cross-Origin-Resource-Policy"));
        Assert.Equal("public, max-age=3600", answer.Raw("Cache-Control"));
        Assert.Equal("nosniff", answer.Raw("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Only_it_is_for_other_sites()
    {
        using var answer = await healthy.Portal.GetAsync("/js/frame.js");

        Assert.Equal("same-origin", answer.Raw("Cross-Origin-Resource-Policy"));
    }

    [Fact]
    public async Task An_error_in_its_place_is_not_kept()
    {
        using var answer = await healthy.Portal.PostAsync("/embed.js", "");

        Assert.Equal(("no-store", "same-origin"), (answer.Raw("Cache-Control"), answer.Raw("Cross-Origin-Resource-Policy")));
    }

    [Fact]
    public async Task It_is_small()
    {
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "wwwroot/embed.js"), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.InRange(compressed.Length, 500, MostBytes);
    }

    [Fact]
    public void Script_description_and_guide_name_the_same_events_and_flags()
    {
        var loader = Read("wwwroot/embed.js");
        var events = Quoted().Matches(List().Match(loader).Value).Select(one => one.Groups[1].Value).ToList();

        Assert.Equal(8, events.Count);
        Assert.All(events, name =>
        {
            Assert.Matches($@"\n  {name}: ", Read("wwwroot/embed.d.ts"));
            Assert.Contains($"\"portalproxy:{name}\"", Read("wwwroot/embed.d.ts"));
            Assert.Contains($"`{name}`", Read("docs/embedding.md"));
        });
        Assert.Equal(Flags().Match(loader).Value, Flags().Match(Read("wwwroot/js/selftest.js")).Value);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex("events = \\[[^]]+\\]")]
    private static partial Regex List();

    [GeneratedRegex("\"([a-z]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("flags = \\[[^]]+\\]")]
    private static partial Regex Flags();
}
