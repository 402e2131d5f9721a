namespace PortalProxy.Settings;

/// <summary>A bare host name or address, as a setting names one: no scheme, no port, no path.</summary>
public static class HostName
{
    public static bool TryParse(string text, out string name)
    {
        name = text;
        return Uri.CheckHostName(text) != UriHostNameType.Unknown;
    }
}
