namespace PortalProxy.Settings;

/// <summary>Thrown at start with every mistake found in the settings; <c>Program</c> prints its message and ends with exit code 1.</summary>
public sealed class SettingsException(IReadOnlyList<string> mistakes)
    : Exception($"The portal can't start. Mend these settings:{string.Concat(mistakes.Select(mistake => $"{Environment.NewLine}- {mistake}"))}")
{
    /// <summary>One sentence for each mistake: the setting, what was found, how to mend it.</summary>
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
