namespace PortalProxy.Connector;

/// <summary>How a customer asks for help. An invitation link carries a session key of its own spelling.</summary>
public enum ConnectorWay
{
    Representative,
    SessionKey,
    Invitation,
    Issue,
}
