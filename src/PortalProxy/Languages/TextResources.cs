using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace PortalProxy.Languages;

/// <summary>
/// The texts of the resource files in <c>Languages/Texts</c>: <c>File.resx</c> in English, <c>File.de.resx</c> in German and so on.
/// A name stands in one file only, so that nobody who uses or overrides a text needs to know which.
/// </summary>
public static class TextResources
{
    private static readonly Assembly Portal = typeof(TextResources).Assembly;

    private static readonly FrozenDictionary<Language, FrozenDictionary<string, string>> ByLanguage =
        Language.All.ToFrozenDictionary(language => language, Load);

    /// <summary>Every name, by the English files.</summary>
    public static IReadOnlyCollection<string> Names => ByLanguage[Language.English].Keys;

    /// <summary>All texts of one language by name; the case of names does not count.</summary>
    public static IReadOnlyDictionary<string, string> In(Language language) => ByLanguage[language];

    private static FrozenDictionary<string, string> Load(Language language)
    {
        // The files that carry no language are the English ones.
        var culture = language == Language.English ? CultureInfo.InvariantCulture : language.Culture;
        return Portal.GetManifestResourceNames()
            .Where(name => name.StartsWith($"{typeof(TextResources).Namespace}.Texts.", StringComparison.Ordinal))
            .Select(name => new ResourceManager(name[..^".resources".Length], Portal).GetResourceSet(culture, createIfNotExists: true, tryParents: false))
            .SelectMany(set => set?.Cast<DictionaryEntry>() ?? [])
            .ToFrozenDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.OrdinalIgnoreCase);
    }
}
