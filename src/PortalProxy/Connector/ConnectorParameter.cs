namespace PortalProxy.Connector;

/// <summary>The parameters of a connector request, in the order in which the guide of 2008 writes them.</summary>
public enum ConnectorParameter
{
    SessionKey,
    InvitationKey,
    IssueMenu,
    CustomerName,
    CustomerCompany,
    CustomerCompanyCode,
    Description,
    ExternalKey,
    Id,
    RepresentativeName,
    CodeName,
}
