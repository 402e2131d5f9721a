namespace PortalProxy.Appliance;

/// <summary>Somebody who is logged in at the appliance and can help.</summary>
/// <param name="Id">The appliance's number.</param>
/// <param name="Name">The name for customers. The private one is never even read.</param>
/// <param name="OnList">Whether the portal may list this representative; the others are reached by a direct link only.</param>
public sealed record Representative(RepresentativeId Id, string Name, bool OnList);
