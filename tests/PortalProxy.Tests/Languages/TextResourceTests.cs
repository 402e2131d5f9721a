using System.Text.RegularExpressions;
using System.Xml.Linq;
using PortalProxy.Languages;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Languages;

/// <summary>The resource files: nothing is missing, nothing is left over, and what is to be filled in is the same in every language.</summary>
public sealed partial class TextResourceTests
{
    private const string Folder = "src/PortalProxy/Languages/Texts";

    private static readonly IReadOnlyDictionary<string, string> English = TextResources.In(Language.English);

    private static readonly Dictionary<string, string> Sources = Repository.Sources("src/PortalProxy", ".cs", ".cshtml")
        .ToDictionary(path => path, path => File.ReadAllText(Path.Combine(Repository.Root, path)));

    public static TheoryData<string> Tags => [.. Language.All.Select(language => language.Tag)];

    [Theory]
    [MemberData(nameof(Tags))]
    public void No_text_is_missing_and_none_left_over(string tag) => Assert.Equal(
        English.Keys.Order(StringComparer.Ordinal),
        TextResources.In(Named(tag)).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_text_says_something_and_has_the_same_places(string tag) => Assert.All(TextResources.In(Named(tag)), text =>
    {
        Assert.NotEqual("", text.Value.Trim());
        Assert.Equal(TextOverrides.PlacesIn(English[text.Key]), TextOverrides.PlacesIn(text.Value));
        Assert.DoesNotMatch("[{}]", Place().Replace(text.Value, ""));
    });

    [Theory]
    [MemberData(nameof(Tags))]
    public void Quotation_marks_are_those_of_the_language_and_no_text_holds_markup(string tag) =>
        Assert.All(TextResources.In(Named(tag)), text => Assert.DoesNotMatch("[\"'<>&]", text.Value));

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_sentence_was_translated(string tag)
    {
        if (tag != Language.English.Tag)
            Assert.All(English.Where(text => text.Value.Length > 12), text => Assert.NotEqual(text.Value, TextResources.In(Named(tag))[text.Key]));
    }

    [Fact]
    public void Every_file_is_there_in_every_language_and_in_no_other_and_a_name_stands_in_one_file_only()
    {
        var files = Repository.Sources(Folder, ".resx").Select(path => Path.GetFileNameWithoutExtension(path).Split('.', 2)).ToList();
        var names = Repository.Sources(Folder, ".resx").Where(path => Path.GetFileName(path).Count(letter => letter == '.') == 1)
            .SelectMany(path => XDocument.Load(Path.Combine(Repository.Root, path)).Descendants("data").Select(text => text.Attribute("name")!.Value))
            .ToList();

        Assert.NotEmpty(files);
        Assert.All(
            files.GroupBy(file => file[0]),
            file => Assert.Equal(
                Language.All.Select(language => language.Tag).Order(StringComparer.Ordinal),
                file.Select(one => one.ElementAtOrDefault(1) ?? Language.English.Tag).Order(StringComparer.Ordinal)));
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(names.Count, English.Count);
    }

    [Fact]
    public void Every_text_is_used() => Assert.All(
        English.Keys,
        name => Assert.Contains(Sources.Values, source => source.Contains($"\"{name}\"", StringComparison.Ordinal)));

    [Fact]
    public void Every_text_that_is_asked_for_is_there()
    {
        var asked = Sources
            .SelectMany(source => Asked().Matches(source.Value).Select(match => (source.Key, Name: match.Groups[1].Value)))
            .ToList();

        Assert.True(asked.Count > 60);
        Assert.All(asked, one => Assert.Contains(one.Name, English));
    }

    [Fact]
    public void Pages_and_scripts_hold_no_words_of_their_own()
    {
        var pages = Sources
            .Where(source => source.Key.EndsWith(".cshtml", StringComparison.Ordinal) && !IsForWebAuthors(source.Key))
            .SelectMany(source => Words().Matches(source.Value).Select(match => $"{source.Key}: {match.Value}"));
        var scripts = Repository.Sources("wwwroot/js", ".js")
            .SelectMany(path => File.ReadLines(Path.Combine(Repository.Root, path)).Select(line => (Path: path, Line: line)))
            .Where(one => WordsOfScript().IsMatch(one.Line) && !one.Line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .Select(one => $"{one.Path}: {one.Line}");

        Assert.Empty(pages.Concat(scripts));
    }

    // They read English; what customers read of that room is no exception.
    private static bool IsForWebAuthors(string path) =>
        path.Contains("/Pages/Embed/", StringComparison.Ordinal) && !path.EndsWith("_Boxed.cshtml", StringComparison.Ordinal);

    private static Language Named(string tag) => Language.All.Single(one => one.Tag == tag);

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place();

    [GeneratedRegex("""\b(?:T|[tT]exts)(?:\.Html\(|\[)"(\w+)""")]
    private static partial Regex Asked();

    // Text between tags, and attributes that a person hears or reads.
    [GeneratedRegex("""(?<=<(?:h[1-6]|p|li|a|button|label|summary|dt|dd|option|strong|span)\b[^>]*>)\s*[A-Z][a-z]+|(?:aria-label|title|placeholder|alt)="[A-Za-z]""")]
    private static partial Regex Words();

    // Two words in one text of a script.
    [GeneratedRegex("""["'`](?!use strict")[^"'`$]*\b[a-z]{2,} [a-z]{2,}\b[^"'`]*["'`]""")]
    private static partial Regex WordsOfScript();
}
