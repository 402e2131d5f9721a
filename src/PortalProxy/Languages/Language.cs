using System.Globalization;

namespace PortalProxy.Languages;

/// <summary>A language that the portal speaks.</summary>
/// <param name="Tag">BCP 47, as <c>lang</c> attributes and links spell it.</param>
/// <param name="Name">Its name in itself.</param>
public sealed record Language(string Tag, string Name)
{
    public static readonly Language English = new("en", "English");

    /// <summary>In the order of the language menu.</summary>
    public static readonly IReadOnlyList<Language> All =
    [
        English,
        new("de", "Deutsch"),
        new("fr", "Français"),
        new("es", "Español"),
        new("it", "Italiano"),
        new("nl", "Nederlands"),
        new("pt-BR", "Português (Brasil)"),
        new("sv", "Svenska"),
        new("fi", "Suomi"),
        new("pl", "Polski"),
        new("tr", "Türkçe"),
        new("ru", "Русский"),
        new("ja", "日本語"),
        new("zh-Hans", "简体中文"),
        new("zh-Hant", "繁體中文"),
        new("ar", "العربية"),
    ];

    /// <summary>How dates and numbers are written.</summary>
    internal CultureInfo Culture => CultureInfo.GetCultureInfo(Tag);

    /// <summary>For <c>dir</c>: <c>rtl</c> or <c>ltr</c>.</summary>
    public string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The language of the text that is being written now, as the request set it.</summary>
    public static Language? Current => All.FirstOrDefault(one => one.Tag == CultureInfo.CurrentUICulture.Name);

    /// <summary>
    /// The best of some languages for a tag (RFC 4647, lookup): the same one, or else a less special one, or else another kind of
    /// the same one, since European Portuguese is better served by Brazilian than by English. <c>_</c> counts as <c>-</c>.
    /// </summary>
    public static Language? Closest(string tag, IReadOnlyList<Language> among)
    {
        var wanted = Scripted(tag.Replace('_', '-'));
        for (var range = wanted; range.Length > 0; range = range[..Math.Max(range.LastIndexOf('-'), 0)])
        {
            if (among.FirstOrDefault(one => one.Tag.Equals(range, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return found;
            }
        }

        // Not for Chinese: who reads one script may not read the other.
        var primary = PrimaryOf(wanted);
        return primary.Equals("zh", StringComparison.OrdinalIgnoreCase)
            ? null
            : among.FirstOrDefault(one => PrimaryOf(one.Tag).Equals(primary, StringComparison.OrdinalIgnoreCase));
    }

    public override string ToString() => Tag;

    private static string PrimaryOf(string tag) => tag.Split('-', 2)[0];

    // Chinese is told apart by script here, and named by region nearly everywhere else.
    private static string Scripted(string tag) => tag.ToUpperInvariant().Split('-') switch
    {
        ["ZH", "HANS" or "HANT", ..] => tag,
        ["ZH", "TW" or "HK" or "MO", ..] => "zh-Hant",
        ["ZH", ..] => "zh-Hans",
        _ => tag,
    };
}
