namespace PortalProxy.Connector.Reading;

/// <summary>One parameter as it came: under which name, with which text.</summary>
internal sealed record SentField(ConnectorParameter Parameter, string Name, string Value)
{
    public override string ToString() => Name;
}
