using PortalProxy.Languages;

namespace PortalProxy.Tests.Languages;

/// <summary>Which language serves whom best.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("de", "de")]
    [InlineData("DE", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("de_CH", "de")]
    [InlineData("de-Latn-DE-1996", "de")]
    [InlineData("en-GB", "en")]
    [InlineData("pt", "pt-BR")]
    [InlineData("pt-PT", "pt-BR")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-SG", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-HK", "zh-Hant")]
    [InlineData("zh-Hant-HK", "zh-Hant")]
    [InlineData("zh-Hans-TW", "zh-Hans")]
    [InlineData("ar-EG", "ar")]
    [InlineData("da", null)]
    [InlineData("d", null)]
    [InlineData("*", null)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("../de", null)]
    public void The_closest_language_of_all(string tag, string? found) => Assert.Equal(found, Language.Closest(tag, Language.All)?.Tag);

    [Fact]
    public void Whoever_reads_one_chinese_script_is_not_shown_the_other()
    {
        var simplified = Language.All.Where(language => language.Tag is "en" or "zh-Hans").ToList();

        Assert.Null(Language.Closest("zh-TW", simplified));
        Assert.Equal("zh-Hans", Language.Closest("zh-CN", simplified)?.Tag);
    }

    [Fact]
    public void Only_arabic_runs_from_right_to_left() =>
        Assert.Equal(["ar"], Language.All.Where(language => language.Direction == "rtl").Select(language => language.Tag));

    [Fact]
    public void They_are_the_sixteen_that_the_portal_promises() => Assert.Equal(
        "en de fr es it nl pt-BR sv fi pl tr ru ja zh-Hans zh-Hant ar", string.Join(' ', Language.All));
}
