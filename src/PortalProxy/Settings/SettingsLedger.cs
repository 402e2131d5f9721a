namespace PortalProxy.Settings;

/// <summary>What one reading of the settings brought to light: the mistakes, and which settings somebody asked for.</summary>
public sealed class SettingsLedger
{
    private readonly List<string> mistakes = [];
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    public void Mistake(string sentence) => mistakes.Add(sentence);

    public void Knows(string path) => known.Add(path);

    /// <summary>Every setting that somebody asked for.</summary>
    public IReadOnlyCollection<string> Known => known;

    public bool HasMistakes => mistakes.Count > 0;

    /// <exception cref="SettingsException">There was at least one mistake.</exception>
    public void ThrowIfMistaken()
    {
        if (HasMistakes)
        {
            throw new SettingsException(mistakes);
        }
    }

    /// <summary>Settings below the given sections that no part of the portal reads: most often a typing error.</summary>
    public IReadOnlyList<string> Unknown(IConfiguration configuration, params string[] sections) =>
        [.. sections
            .SelectMany(section => configuration.GetSection(section).AsEnumerable())
            .Where(setting => setting.Value is not null)
            .Select(setting => setting.Key)
            .Where(path => !known.Contains(path))
            .Order(StringComparer.Ordinal)];
}
