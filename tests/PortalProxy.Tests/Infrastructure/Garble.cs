using CsCheck;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>Sound texts with something wrong put in, taken out or said twice: what is nearly right gets further than noise does.</summary>
internal static class Garble
{
    /// <param name="texts">The sound ones.</param>
    /// <param name="pieces">What is likely to hurt.</param>
    public static Gen<string> Of(Gen<string> texts, params string[] pieces) => Gen.Select(
        texts,
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 1_000_000], Gen.Int[0, 40], Gen.OneOf(pieces)).Array[0, 6],
        (text, wounds) => wounds.Aggregate(text, Wound));

    private static string Wound(string text, (int Kind, int Place, int Length, string Piece) wound)
    {
        var at = wound.Place % (text.Length + 1);
        var end = Math.Min(text.Length, at + wound.Length);
        return wound.Kind switch
        {
            0 => text[..at] + text[end..],
            1 => text[..end] + text[at..],
            2 => text[..at],
            _ => text[..at] + wound.Piece + text[at..],
        };
    }
}
