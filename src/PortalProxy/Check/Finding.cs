namespace PortalProxy.Check;

/// <summary>One line of the check: what was asked, how it ended, what was found and, where something is wrong, how to mend it.</summary>
internal sealed record Finding(string Step, Verdict Verdict, string Detail, string? Remedy = null)
{
    /// <summary>The same in parts, for machines.</summary>
    public IReadOnlyDictionary<string, object?> Facts { get; init; } = new Dictionary<string, object?>();

    /// <summary>Further lines for people; <see cref="Facts"/> hold the same.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    public static Finding Ok(string step, string detail) => new(step, Verdict.Ok, detail);

    public static Finding Failed(string step, string detail, string remedy) => new(step, Verdict.Failed, detail, remedy);

    public static Finding NotAsked(string step, string why) => new(step, Verdict.NotAsked, why);
}
