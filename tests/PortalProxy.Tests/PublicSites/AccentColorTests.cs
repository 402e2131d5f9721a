using PortalProxy.PublicSites;
using PortalProxy.Tests.Infrastructure;
using PortalProxy.Tests.Settings;

namespace PortalProxy.Tests.PublicSites;

public sealed class AccentColorTests
{
    [Theory]
    [InlineData("#ffffff", "#000000", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    [InlineData("#1d5fa8", "#1d5fa8", 1)]
    public void Contrast_is_that_of_WCAG(string one, string other, double ratio)
    {
        Assert.Equal(ratio, Of(one).ContrastWith(Of(other)), tolerance: 0.005);
        Assert.Equal(Of(one).ContrastWith(Of(other)), Of(other).ContrastWith(Of(one)));
    }

    [Theory]
    [InlineData("#1d5fa8")]
    [InlineData("#B00020")]
    [InlineData("#006b3c")]
    [InlineData("#000000")]
    public void A_colour_that_can_be_read_is_taken_and_brightened_for_the_dark(string color)
    {
        var accent = InMemory.Read(("Portal:AccentColor", color)).Sites.Default.Accent;

        Assert.Equal(Of(color), accent?.Light);
        Assert.InRange(accent!.Light.ContrastWith(AccentColor.LightPage), AccentColor.LeastContrast, 21);
        Assert.InRange(accent.Dark.ContrastWith(AccentColor.DarkCard), AccentColor.LeastContrast, 21);
    }

    [Theory]
    [InlineData("#ffcc00", "1.3")]
    [InlineData("#ffffff", "1.0")]
    [InlineData("#777777", "4.1")]
    public void A_colour_that_many_cannot_read_stops_the_start_and_names_one_that_they_can(string color, string ratio)
    {
        var mistake = Assert.Single(InMemory.MistakesIn(("Portal:AccentColor", color)));

        Assert.StartsWith(
            $"Portal:AccentColor is \"{color}\", whose contrast on the light page is {ratio}:1, and many people can't read that. Take a darker one, such as #",
            mistake,
            StringComparison.Ordinal);
        var offered = mistake[mistake.LastIndexOf('#')..][..7];
        Assert.NotNull(InMemory.Read(("Portal:AccentColor", offered)).Sites.Default.Accent);
    }

    [Theory]
    [InlineData("blue")]
    [InlineData("#fff")]
    [InlineData("1d5fa8f")]
    [InlineData("#1d5fag")]
    [InlineData("#1d5f a")]
    public void What_is_no_colour_stops_the_start(string text)
    {
        var mistake = Assert.Single(InMemory.MistakesIn(("Portal:AccentColor", text)));

        Assert.Equal($"Portal:AccentColor is \"{text}\". Write a colour as #rrggbb, such as #1d5fa8.", mistake);
    }

    [Fact]
    public void The_backgrounds_are_those_of_the_style_sheet()
    {
        var sheet = File.ReadAllText(Path.Combine(Repository.Root, "wwwroot/css/look.css"));

        Assert.Contains($"--page: light-dark({AccentColor.LightPage}, ", sheet);
        Assert.Contains($", {AccentColor.DarkCard});", sheet);
    }

    private static Color Of(string text) => Color.TryParse(text, out var color) ? color : throw new ArgumentException(text, nameof(text));
}
