using System.Globalization;
using CsCheck;

namespace PortalProxy.Tests.Connector;

/// <summary>Whatever a customer may type and the rules allow, for properties that hold for all of it.</summary>
internal static class AnyText
{
    // Every plane, and more often what is likely to go wrong: signs of URLs, Latin, Hebrew, Arabic, combining marks, joiners, emoji.
    private static readonly Gen<string> Letter = Gen.OneOf(
        Gen.Int[0x20, 0x7E], Gen.Int[0xA0, 0xFF], Gen.Int[0x300, 0x36F], Gen.Int[0x590, 0x6FF], Gen.Int[0x2000, 0x20FF],
        Gen.Int[0x1F300, 0x1FAFF], Gen.Int[0xE000, 0xFFFF], Gen.Int[0xA0, 0xD7FF], Gen.Int[0x10000, 0x10FFFF])
        .Where(point => point is not (0x2028 or 0x2029))
        .Select(char.ConvertFromUtf32);

    public static readonly Gen<string> Line = Letter.Array[1, 100].Select(string.Concat)
        .Select(text => text.Trim())
        .Where(text => text.Length > 0);

    public static readonly Gen<string> Lines = Line.Array[1, 5].Select(lines => string.Join("\r\n", lines));

    public static readonly Gen<string> Number = Gen.Int[1, int.MaxValue].Select(id => id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Several lines of at most 1024 bytes.</summary>
    public static readonly Gen<string> ShortLines = Lines.Where(text => System.Text.Encoding.UTF8.GetByteCount(text) <= 1024);
}
