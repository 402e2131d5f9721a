namespace PortalProxy.Settings;

/// <summary>What somebody probably meant who mistyped a name.</summary>
public static class Nearest
{
    /// <summary>The name with the fewest letters to add, take out or replace (Levenshtein's distance), whatever their case.</summary>
    public static string To(string typed, IEnumerable<string> names) => names.MinBy(name => Distance(typed, name)) ?? "";

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
