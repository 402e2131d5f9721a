using System.Globalization;
using PortalProxy.Settings;

namespace PortalProxy.PublicSites;

/// <summary>The one colour of links and buttons: as set on light pages, and brightened for dark ones.</summary>
public sealed record AccentColor(Color Light, Color Dark)
{
    /// <summary>WCAG 2.2, 1.4.3: the least contrast of text.</summary>
    public const double LeastContrast = 4.5;

    /// <summary>The darkest light and the brightest dark background of the style sheet; <c>wwwroot/css/look.css</c> has them.</summary>
    public static readonly Color LightPage = new(0xf4, 0xf6, 0xf9);
    public static readonly Color DarkCard = new(0x1b, 0x23, 0x2d);

    // More than the least: thin letters that shine out of the dark are harder to read.
    private const double ContrastInTheDark = 7;

    /// <returns>Null where none is set: the style sheet has one of its own.</returns>
    public static AccentColor? Read(SettingReader portal)
    {
        const string Key = "AccentColor";
        if (portal.Text(Key) is not { } text)
        {
            return null;
        }

        if (!Color.TryParse(text, out var color))
        {
            portal.Mistake(Key, $"is \"{text}\"", "Write a colour as #rrggbb, such as #1d5fa8.");
            return null;
        }

        var contrast = color.ContrastWith(LightPage);
        if (contrast < LeastContrast)
        {
            // Rounded down: "4.5:1" must not be said of what is less.
            var found = (Math.Floor(contrast * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture);
            portal.Mistake(
                Key,
                $"is \"{text}\", whose contrast on the light page is {found}:1, and many people can't read that",
                $"Take a darker one, such as {color.Until(LeastContrast, LightPage, Color.Black)}: at least 4.5:1 is needed.");
        }

        return new(color, color.Until(ContrastInTheDark, DarkCard, Color.White));
    }
}
