using PortalProxy.Settings;

namespace PortalProxy.Languages;

/// <summary>A text and the language that it is really in.</summary>
/// <param name="Text">What to show.</param>
/// <param name="Language">For a <c>lang</c> attribute of its own; null where it is in the page's language.</param>
public sealed record WordedText(string Text, Language? Language)
{
    public override string ToString() => Text;
}

/// <summary>
/// A text that an administrator writes in one language or several: <c>Label</c> in the site's first language, and
/// <c>Labels:&lt;language&gt;</c> in others.
/// </summary>
public sealed record TextByLanguage(string Text, Language Original, IReadOnlyDictionary<Language, string> Others)
{
    /// <returns>The text in that language, or else in its own.</returns>
    public WordedText In(Language language) =>
        Others.TryGetValue(language, out var worded) ? new(worded, null) : new(Text, language == Original ? null : Original);

    /// <param name="settings">Where the texts stand.</param>
    /// <param name="key">The texts in other languages: <c>Labels</c>.</param>
    /// <param name="text">The text in the first language.</param>
    /// <param name="first">The site's first language.</param>
    public static TextByLanguage Read(SettingReader settings, string key, string text, Language first)
    {
        var others = new Dictionary<Language, string>();
        foreach (var (place, worded) in settings.Texts(key))
        {
            if (LanguageSettings.Named(settings, place, place[(key.Length + 1)..]) is { } language)
            {
                others[language] = worded;
            }
        }

        return new(text, first, others);
    }
}
