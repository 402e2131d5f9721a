using System.Globalization;
using PortalProxy.Languages;
using PortalProxy.Settings;

namespace PortalProxy.PublicSites;

/// <summary>What an administrator has to say to everybody for a while (<c>Portal:Notices:0:…</c>).</summary>
/// <param name="Html">The text, rendered and safe.</param>
/// <param name="From">The first moment; null: at once.</param>
/// <param name="Until">The moment after the last; null: until it is taken out.</param>
/// <param name="Severity">How much it matters.</param>
public sealed record Notice(TextByLanguage Html, DateTimeOffset? From, DateTimeOffset? Until, NoticeSeverity Severity)
{
    private const string MendTime = "Write a moment with its distance from UTC, such as 2026-12-24T18:00+01:00.";

    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <param name="portal">The site's settings.</param>
    /// <param name="first">The language of what is written in one language only.</param>
    public static IReadOnlyList<Notice> ReadAll(SettingReader portal, Language first) =>
        [.. portal.Items("Notices").Select(settings => Read(settings, first))];

    public bool IsShown(DateTimeOffset now) => !(now < From) && !(now >= Until);

    private static Notice Read(SettingReader settings, Language first)
    {
        if (settings.Text("Text") is null)
        {
            settings.Mistake("Text", "is missing", MarkdownText.Mend);
        }

        var notice = new Notice(
            MarkdownByLanguage.Read(settings, "Text", "Texts", first, MarkdownText.TryRender, MarkdownText.Mend),
            settings.Value<DateTimeOffset?>("From", null, TryParseTime, MendTime),
            settings.Value<DateTimeOffset?>("Until", null, TryParseTime, MendTime),
            settings.Choice("Severity", NoticeSeverity.Info));
        if (notice.Until <= notice.From)
        {
            settings.Mistake("Until", "is not after From", "Write a later moment, or leave one of the two out.");
        }

        return notice;
    }

    private static bool TryParseTime(string text, out DateTimeOffset? moment)
    {
        var isRead = DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read);
        moment = read;
        return isRead;
    }
}
