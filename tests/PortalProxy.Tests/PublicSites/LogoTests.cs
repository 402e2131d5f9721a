using PortalProxy.Tests.Infrastructure;
using PortalProxy.Tests.Settings;

namespace PortalProxy.Tests.PublicSites;

public sealed class LogoTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_logo_stands_beside_the_name_and_may_be_stored_for_ever()
    {
        byte[] picture = [0x89, .. "PNG"u8];
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"), ("Portal:Logo", Written("logo.PNG", picture)));
        var page = await new Browser(portal.Client).OpenAsync("/");
        var address = page.One("header img").GetAttribute("src")!;

        using var answer = await portal.GetAsync(address);

        Assert.Equal(address, page.One("link[rel=icon]").GetAttribute("href"));
        Assert.Equal(("image/png", "public, max-age=31536000, immutable"), (answer.Raw("Content-Type"), answer.Raw("Cache-Control")));
        Assert.Equal(picture, await answer.BytesAsync());
        using var other = await portal.GetAsync("/site/logo-0.png");
        Assert.Equal(404, (int)other.StatusCode);
    }

    [Theory]
    [InlineData("logo.gif", 10, "Name a picture whose name ends with one of: .svg, .png, .jpg, .webp.")]
    [InlineData("logo.png", 70_000, "Every visitor loads it: take one of at most 65536 bytes.")]
    [InlineData("logo.svg", null, "Name a file that the portal may read.")]
    public void What_can_be_no_logo_stops_the_start(string name, int? bytes, string mend)
    {
        var path = bytes is { } length ? Written(name, new byte[length]) : Path.Combine(folder.Path, name);

        var mistake = Assert.Single(InMemory.MistakesIn(("Portal:Logo", path)));

        Assert.StartsWith($"Portal:Logo is \"{path}\"", mistake, StringComparison.Ordinal);
        Assert.EndsWith(mend, mistake, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private string Written(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
