namespace PortalProxy.SimulatedAppliance;

/// <summary>A representative as the appliance knows one.</summary>
/// <param name="Id">Positive, unique on the appliance.</param>
/// <param name="DisplayName">The name customers see; a connector request must repeat it.</param>
/// <param name="PrivateName">The name colleagues see. The command API tells it; a portal must not.</param>
/// <param name="OnList">Whether the representative wants to stand on the public list.</param>
/// <param name="Type">What kind of representative.</param>
/// <param name="SupportSessions">Support sessions going on.</param>
/// <param name="Presentations">Presentations going on.</param>
public sealed record Representative(
    int Id,
    string DisplayName,
    string PrivateName,
    bool OnList = true,
    RepresentativeType Type = RepresentativeType.Normal,
    int SupportSessions = 0,
    int Presentations = 0);

/// <summary>The kinds that the vendor's <c>type</c> element knows.</summary>
public enum RepresentativeType
{
    /// <summary>Employed by the company.</summary>
    Normal,

    /// <summary>Of an embassy, a team of outsiders.</summary>
    Embassy,

    /// <summary>Invited for a single session.</summary>
    Invited,
}

/// <summary>Somebody who is logged in, and since when.</summary>
public sealed record LoggedInRepresentative(Representative Representative, DateTimeOffset Since);
