namespace PortalProxy.Check;

/// <summary>All that a check found, in the order in which it was asked.</summary>
internal sealed class Report
{
    private readonly List<Section> sections = [];

    /// <summary>The findings about one thing: the settings, one address, one dialect.</summary>
    public sealed record Section(string Title, IReadOnlyList<Finding> Findings);

    public IReadOnlyList<Section> Sections => sections;

    /// <summary>Settings that the check proposes, as <c>Appliance:SessionApi=StartSession</c>.</summary>
    public IReadOnlyList<string> Proposals { get; set; } = [];

    public bool HasFailed => Count(Verdict.Failed) > 0;

    public int Count(Verdict verdict) => sections.SelectMany(section => section.Findings).Count(finding => finding.Verdict == verdict);

    public void Add(string title, params IEnumerable<Finding> findings) => sections.Add(new(title, [.. findings]));
}
