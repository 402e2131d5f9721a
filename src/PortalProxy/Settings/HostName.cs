using System.Globalization;
using System.Text;

namespace PortalProxy.Settings;

/// <summary>A bare host name or address, as a setting names one: no scheme, no port, no path.</summary>
public static class HostName
{
    /// <param name="text">The setting.</param>
    /// <param name="name">As it stands in a <c>Host</c> header: letters beyond ASCII in the spelling of RFC 3492, <c>xn--…</c>.</param>
    public static bool TryParse(string text, out string name)
    {
        name = text;
        if (Uri.CheckHostName(text) == UriHostNameType.Unknown)
        {
            return false;
        }

        try
        {
            name = Ascii.IsValid(text) ? text : new IdnMapping().GetAscii(text);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
