using PortalProxy.Appliance;

namespace PortalProxy.Connector;

/// <summary>
/// The one request that makes the appliance hand over the customer client, checked and complete. Its text form names the way
/// only: everything else in it is a secret or personal.
/// </summary>
public abstract record ConnectorRequest(ConnectorWay Way, CustomerDetails Customer)
{
    /// <summary>Whether it tries a key, which somebody may be guessing.</summary>
    public bool CarriesKey => Way is ConnectorWay.SessionKey or ConnectorWay.Invitation;

    public sealed override string ToString() => Way.ToString();

    /// <summary>The customer lands in the personal queue of one representative.</summary>
    public sealed record ByRepresentative(RepresentativeId Id, string Name, CustomerDetails Customer)
        : ConnectorRequest(ConnectorWay.Representative, Customer);

    /// <summary>The customer joins the session that the key was made for.</summary>
    public sealed record BySessionKey(SessionKey Key, CustomerDetails Customer)
        : ConnectorRequest(ConnectorWay.SessionKey, Customer);

    /// <summary>The same, from the link of an invitation e-mail.</summary>
    public sealed record ByInvitation(InvitationKey Key, CustomerDetails Customer)
        : ConnectorRequest(ConnectorWay.Invitation, Customer);

    /// <summary>The customer lands in the queue of the team that owns the issue; without an issue, in the general queue.</summary>
    /// <param name="Id">The issue's number, or a representative's where the appliance shows those in its issues menu.</param>
    /// <param name="CodeName">Or the issue's code name; never both.</param>
    /// <param name="Customer">What goes with it.</param>
    public sealed record ByIssue(IssueId? Id, string? CodeName, CustomerDetails Customer)
        : ConnectorRequest(ConnectorWay.Issue, Customer);
}
