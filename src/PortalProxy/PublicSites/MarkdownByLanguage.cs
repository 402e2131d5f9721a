using PortalProxy.Languages;
using PortalProxy.Settings;

namespace PortalProxy.PublicSites;

/// <summary>A setting in Markdown, in one language or several, rendered once when it is read.</summary>
internal static class MarkdownByLanguage
{
    /// <param name="settings">Where the texts stand.</param>
    /// <param name="key">The text in the first language.</param>
    /// <param name="others">The texts in other languages, by language.</param>
    /// <param name="first">The site's first language.</param>
    /// <param name="render">Says no to what must not stand there.</param>
    /// <param name="mend">What may.</param>
    public static TextByLanguage Read(
        SettingReader settings, string key, string others, Language first, TryParse<string> render, string mend)
    {
        var read = TextByLanguage.Read(settings, others, settings.Text(key) ?? "", first);
        return read with
        {
            Text = Render(key, read.Text),
            Others = read.Others.ToDictionary(one => one.Key, one => Render($"{others}:{one.Key}", one.Value)),
        };

        string Render(string place, string text)
        {
            if (!render(text, out var html))
            {
                settings.Mistake(place, "holds what can't be shown", mend);
            }

            return html ?? "";
        }
    }
}
