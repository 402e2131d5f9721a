using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace PortalProxy.Appliance;

/// <summary>
/// A session key as the appliance wants it: ASCII letters and digits of the set length. A secret, so its text is masked
/// everywhere but in <see cref="Reveal"/>.
/// </summary>
public sealed class SessionKey
{
    public const int LongestLength = 24;

    // People group a key with spaces and dashes when they write it down; keyboards and chat programs make many of both.
    private static readonly SearchValues<char> Separators =
        SearchValues.Create(" \u00A0\u2002\u2003\u2007\u2009\u202F\u3000-\u2010\u2011\u2012\u2013\u2014\u2015\u2212");

    private readonly string key;

    private SessionKey(string key) => this.key = key;

    /// <summary>Reads what a customer typed; spaces and dashes are dropped, anything else but letters and digits is refused.</summary>
    /// <param name="typed">The text as typed.</param>
    /// <param name="length">How many letters and digits a key has: 1 to 24.</param>
    /// <param name="key">The key, where the text is one.</param>
    public static bool TryParse([NotNullWhen(true)] string? typed, int length, [NotNullWhen(true)] out SessionKey? key)
    {
        var compact = WithoutSeparators(typed);
        key = compact.Length == length && compact.All(char.IsAsciiLetterOrDigit) ? new(compact) : null;
        return key is not null;
    }

    /// <summary>What remains of a typed key when the spaces and dashes between its groups are gone.</summary>
    public static string WithoutSeparators(string? typed) =>
        string.Concat((typed ?? "").Where(letter => !Separators.Contains(letter)));

    /// <summary>The key itself. For the request to the appliance and the customer's own form, nothing else.</summary>
    public string Reveal() => key;

    public override string ToString() => "•••";
}
