namespace PortalProxy.Connector.Rules;

public enum TextUnit
{
    /// <summary>Unicode code points.</summary>
    Characters,

    /// <summary>Bytes of UTF-8.</summary>
    Bytes,
}
