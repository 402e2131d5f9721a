using System.Text.RegularExpressions;

namespace PortalProxy.Soak.Findings;

/// <summary>Personal values that are easy to find again: none may stand in a log.</summary>
internal static partial class Marks
{
    /// <summary>Stands in every name, company, description and ticket.</summary>
    public const string Personal = "Zmrkwqx";

    /// <summary>A session key that no appliance has made: seven letters, so that no number is mistaken for it.</summary>
    public const string WrongKey = "KZQXWVK";

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> Keys = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Remembers a key that was used.</summary>
    public static string Used(string key)
    {
        Keys[key] = true;
        return key;
    }

    public static bool AreIn(string text) =>
        text.Contains(Personal, StringComparison.OrdinalIgnoreCase)
        || text.Contains(WrongKey, StringComparison.OrdinalIgnoreCase)
        || Words().EnumerateMatches(text) is var words && AnyKey(text, words);

    private static bool AnyKey(string text, Regex.ValueMatchEnumerator words)
    {
        foreach (var word in words)
        {
            if (Keys.ContainsKey(text.Substring(word.Index, word.Length)))
                return true;
        }

        return false;
    }

    // Short keys have seven digits, those of invitations 32 hexadecimal ones.
    [GeneratedRegex("(?<![0-9A-Za-z])(?:[0-9]{7}|[0-9a-f]{32})(?![0-9A-Za-z])")]
    private static partial Regex Words();
}
