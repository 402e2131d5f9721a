using System.Globalization;

namespace PortalProxy.Settings;

/// <summary>
/// Reads one section of the settings as texts and turns them into values. The configuration binder throws at the first bad
/// number and loses bad list elements silently; here every mistake is collected, so that an administrator sees all at once.
/// </summary>
public sealed class SettingReader(IConfiguration configuration, string path, SettingsLedger ledger)
{
    /// <summary>The text of a setting, trimmed; null where it is absent or blank.</summary>
    public string? Text(string key)
    {
        ledger.Knows(PathOf(key));
        var text = configuration[key]?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>A secret: as it stands, untrimmed, and never repeated in a message.</summary>
    public string? Secret(string key)
    {
        ledger.Knows(PathOf(key));
        return string.IsNullOrEmpty(configuration[key]) ? null : configuration[key];
    }

    public bool Flag(string key, bool otherwise) =>
        Value(key, otherwise, bool.TryParse, "Write true or false.");

    public int Whole(string key, int otherwise, int from, int to) =>
        Value(
            key,
            otherwise,
            (string text, out int value) =>
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= from && value <= to,
            $"Write a whole number from {from} to {to}.");

    /// <summary>A length of time as <c>hh:mm:ss</c>, more than zero and at most a day.</summary>
    public TimeSpan Duration(string key, TimeSpan otherwise) =>
        Value(
            key,
            otherwise,
            (string text, out TimeSpan value) =>
                TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value)
                && value > TimeSpan.Zero && value <= TimeSpan.FromDays(1) && text.Contains(':', StringComparison.Ordinal),
            "Write a length of time as hh:mm:ss, such as 00:00:30, of at most one day.");

    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum =>
        Value(
            key,
            otherwise,
            (string text, out T value) => Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value) && char.IsLetter(text[0]),
            $"Write one of: {string.Join(", ", Enum.GetNames<T>())}.");

    /// <summary>Any value whose type owns its format.</summary>
    public T Value<T>(string key, T otherwise, TryParse<T> parse, string mend)
    {
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        if (parse(text, out var value))
        {
            return value;
        }

        Mistake(key, $"is \"{text}\"", mend);
        return otherwise;
    }

    /// <summary>The texts of a list (<c>Key:0</c>, <c>Key:1</c>, …), each with the name of its place.</summary>
    public IReadOnlyList<(string Place, string Text)> Texts(string key)
    {
        RefuseSingle(key);
        var items = configuration.GetSection(key).GetChildren().ToList();
        items.ForEach(item => ledger.Knows(PathOf($"{key}:{item.Key}")));
        foreach (var item in items.Where(item => item.GetChildren().Any()))
        {
            Mistake($"{key}:{item.Key}", "is a group of settings", $"Write one text for {key}:{item.Key}.");
        }

        return [.. items
            .Where(item => !string.IsNullOrWhiteSpace(item.Value))
            .Select(item => ($"{key}:{item.Key}", item.Value!.Trim()))];
    }

    /// <summary>The sections of a list of objects (<c>Key:0:…</c>).</summary>
    public IReadOnlyList<SettingReader> Items(string key)
    {
        RefuseSingle(key);
        return [.. configuration.GetSection(key).GetChildren().Select(item => new SettingReader(item, PathOf($"{key}:{item.Key}"), ledger))];
    }

    /// <summary>The names of what stands below a setting that is a group of others.</summary>
    public IReadOnlyList<string> Names(string key)
    {
        ledger.Knows(PathOf(key));
        if (configuration[key] is { Length: > 0 } single)
        {
            Mistake(key, $"is \"{single}\"", $"It is a group of settings: write {key}:<name>.");
        }

        return [.. configuration.GetSection(key).GetChildren().Select(child => child.Key)];
    }

    /// <param name="key">The setting, below this section.</param>
    /// <param name="found">What was found, as the middle of a sentence: <c>is "x"</c>, <c>is missing</c>.</param>
    /// <param name="mend">A sentence that says how to mend it.</param>
    public void Mistake(string key, string found, string mend) => ledger.Mistake($"{PathOf(key)} {found}. {mend}");

    // An empty list of a JSON file is a setting with an empty text.
    private void RefuseSingle(string key)
    {
        ledger.Knows(PathOf(key));
        if (configuration[key] is { Length: > 0 } single)
        {
            Mistake(key, $"is \"{single}\"", $"It is a list: write {key}:0, {key}:1 and so on.");
        }
    }

    private string PathOf(string key) => $"{path}:{key}";
}
