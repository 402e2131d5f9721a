namespace PortalProxy.SimulatedAppliance;

/// <summary>A support team: who belongs to it, and which issues its queue takes.</summary>
/// <param name="Id">Positive, unique among teams.</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">Ids of representatives, logged in or not.</param>
/// <param name="Issues">Its issues; one can be chosen whether or not a member is there.</param>
public sealed record SupportTeam(int Id, string Name, IReadOnlyList<int> Members, IReadOnlyList<Issue> Issues);

/// <summary>An issue that customers can choose.</summary>
/// <param name="Id">Positive, unique among all issues.</param>
/// <param name="Title">What customers read.</param>
/// <param name="CodeName">What scripts write.</param>
public sealed record Issue(int Id, string Title, string CodeName);
