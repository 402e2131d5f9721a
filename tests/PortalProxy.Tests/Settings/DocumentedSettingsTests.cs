using System.Text.RegularExpressions;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Settings;

/// <summary>Settings as the documents and the files of <c>deploy</c> write them, against those that there are.</summary>
public sealed partial class DocumentedSettingsTests
{
    private static readonly string Readme = TextOf("README.md");

    public static TheoryData<string> Documents =>
        [.. Repository.Sources("docs", ".md").Concat(Repository.Sources("deploy", ".yaml")).Append("README.md").Append("Dockerfile")];

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_document_names_a_setting_that_does_not_exist(string document) => Assert.Equal(
        [],
        NamesIn(TextOf(document)).Where(one => SettingsSchema.PatternOf(one) is null));

    [Fact]
    public void Names_are_found_in_both_spellings_and_a_misspelt_one_is_known_as_such()
    {
        Assert.Contains("Appliance:BaseUrl", NamesIn("Appliance__BaseUrl=https://support.example.com"));
        Assert.True(NamesIn(Readme).Distinct().Count() > 50);
        Assert.True(NamesIn(TextOf("docs/operating.md")).Distinct().Count() > 20);
        Assert.Null(SettingsSchema.PatternOf("Portal:Nmae"));
    }

    // The table writes the settings of one row as Portal:Name, :SupportPhone, and days as one.
    [Fact]
    public void The_README_names_every_setting() => Assert.Equal(
        [],
        SettingsSchema.All
            .Select(one => one.Path.TrimEnd('*', ':'))
            .Where(path => path.Contains(':', StringComparison.Ordinal) && !path.Contains(":OpeningHours:", StringComparison.Ordinal) && path != "Serilog:MinimumLevel:Default")
            .Where(path => !Readme.Contains(path[path.LastIndexOf(':')..], StringComparison.Ordinal)));

    private static IEnumerable<string> NamesIn(string text) =>
        NameOfSetting().Matches(text).Select(one => one.Value.Replace("__", ":", StringComparison.Ordinal));

    private static string TextOf(string document) => File.ReadAllText(Path.Combine(Repository.Root, document));

    [GeneratedRegex("(?<![A-Za-z])(?:Appliance|Portal|ConnectionStrings|Serilog)(?:(?::|__)[A-Za-z0-9]+)+")]
    private static partial Regex NameOfSetting();
}
