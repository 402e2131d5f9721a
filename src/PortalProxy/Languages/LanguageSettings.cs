using PortalProxy.Settings;

namespace PortalProxy.Languages;

/// <summary>The setting <c>Portal:Languages</c>, and the names of languages in every other setting.</summary>
public static class LanguageSettings
{
    private const string Key = "Languages";

    /// <returns>The languages of a site, the one for everybody else first.</returns>
    public static IReadOnlyList<Language> Read(SettingReader portal)
    {
        var languages = portal.Texts(Key).Select(one => Named(portal, one.Place, one.Text)).OfType<Language>().ToList();
        foreach (var twice in languages.GroupBy(one => one).Where(group => group.Count() > 1))
        {
            portal.Mistake(Key, $"names \"{twice.Key}\" {twice.Count()} times", "Name each language once.");
        }

        return languages.Count > 0 ? languages : Language.All;
    }

    /// <summary>The language that a setting names, or null and a mistake that names the nearest one.</summary>
    /// <param name="settings">Where the setting stands.</param>
    /// <param name="place">The setting.</param>
    /// <param name="tag">What is to name a language.</param>
    public static Language? Named(SettingReader settings, string place, string tag)
    {
        if (Language.All.FirstOrDefault(one => one.Tag.Equals(tag, StringComparison.OrdinalIgnoreCase)) is { } language)
        {
            return language;
        }

        var nearest = Language.Closest(tag, Language.All)?.Tag ?? Nearest.To(tag, Language.All.Select(one => one.Tag));
        settings.Mistake(
            place,
            $"names \"{tag}\", which is no language of the portal",
            $"The nearest is {nearest}; there are {string.Join(", ", Language.All)}.");
        return null;
    }
}
