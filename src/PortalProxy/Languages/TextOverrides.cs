using System.Text.RegularExpressions;
using PortalProxy.Settings;

namespace PortalProxy.Languages;

/// <summary>The setting <c>Portal:Texts:&lt;language&gt;:&lt;name&gt;</c>: texts that an administrator words anew.</summary>
public static partial class TextOverrides
{
    private const string Key = "Texts";

    public static IReadOnlyDictionary<Language, IReadOnlyDictionary<string, string>> Read(SettingReader portal)
    {
        var all = new Dictionary<Language, IReadOnlyDictionary<string, string>>();
        foreach (var tag in portal.Names(Key))
        {
            var place = $"{Key}:{tag}";
            var texts = portal.Texts(place);
            if (LanguageSettings.Named(portal, place, tag) is { } language)
            {
                all[language] = texts
                    .Where(text => IsSound(portal, language, text.Place, text.Text))
                    .ToDictionary(text => text.Place[(place.Length + 1)..], text => text.Text, StringComparer.OrdinalIgnoreCase);
            }
        }

        return all;
    }

    /// <summary>The places to be filled in, each once, in order.</summary>
    public static IReadOnlyList<string> PlacesIn(string text) =>
        [.. Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsSound(SettingReader portal, Language language, string place, string text)
    {
        var name = place.Split(':')[^1];
        if (!TextResources.In(language).TryGetValue(name, out var ours))
        {
            portal.Mistake(place, "names a text that there is not", $"The nearest is {Nearest.To(name, TextResources.Names)}.");
            return false;
        }

        var places = PlacesIn(ours);
        if (places.SequenceEqual(PlacesIn(text)) && !Place().Replace(text, "").AsSpan().ContainsAny('{', '}'))
        {
            return true;
        }

        portal.Mistake(
            place,
            $"is \"{text}\"",
            places.Count == 0 ? "Write it without braces." : $"Write it with {string.Join(" and ", places)}, and no other braces, as in \"{ours}\".");
        return false;
    }

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
