using PortalProxy.Appliance;

namespace PortalProxy.Check.Command;

/// <summary>The lines about the command API, and what other steps need of its answers.</summary>
internal sealed record CommandFindings(IReadOnlyList<Finding> Lines)
{
    /// <summary>Null where nobody knows.</summary>
    public IReadOnlyList<Representative>? LoggedIn { get; init; }

    /// <summary>Null where nobody knows.</summary>
    public int? IssueCount { get; init; }
}
