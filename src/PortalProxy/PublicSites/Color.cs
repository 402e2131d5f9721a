using System.Globalization;

namespace PortalProxy.PublicSites;

/// <summary>A colour of the sRGB space, as style sheets write it: <c>#rrggbb</c>.</summary>
public readonly record struct Color(byte Red, byte Green, byte Blue)
{
    public static readonly Color White = new(255, 255, 255);
    public static readonly Color Black = new(0, 0, 0);

    /// <summary>How bright it is (WCAG 2.2, "relative luminance").</summary>
    private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    public static bool TryParse(string text, out Color color)
    {
        var value = 0;
        var isColor = text is ['#', ..] && text.Length == 7
            && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        color = isColor ? new((byte)(value >> 16), (byte)(value >> 8), (byte)value) : default;
        return isColor;
    }

    /// <summary>From 1 to 21 (WCAG 2.2, "contrast ratio"); the same both ways round.</summary>
    public double ContrastWith(Color other)
    {
        var (brighter, darker) = Luminance > other.Luminance ? (Luminance, other.Luminance) : (other.Luminance, Luminance);
        return (brighter + 0.05) / (darker + 0.05);
    }

    /// <summary>Mixes in as much of another colour as it takes to stand out from a background.</summary>
    public Color Until(double contrast, Color background, Color mixedIn)
    {
        const int Steps = 50;
        var start = this;
        return Enumerable.Range(0, Steps + 1)
            .Select(step => start.Mixed(mixedIn, (double)step / Steps))
            .First(color => color == mixedIn || color.ContrastWith(background) >= contrast);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private Color Mixed(Color other, double share)
    {
        byte Between(byte from, byte to) => (byte)Math.Round(from + (to - from) * share);
        return new(Between(Red, other.Red), Between(Green, other.Green), Between(Blue, other.Blue));
    }
}
