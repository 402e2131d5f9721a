namespace PortalProxy.Appliance;

/// <summary>A support team: who is in it and which issues it takes.</summary>
public sealed record SupportTeam(string Name, IReadOnlyList<RepresentativeId> Members, IReadOnlyList<Issue> Issues);
