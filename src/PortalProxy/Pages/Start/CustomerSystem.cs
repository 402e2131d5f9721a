namespace PortalProxy.Pages.Start;

/// <summary>The customer's system, as far as the browser tells which it is.</summary>
/// <param name="Name">Tells it from the others.</param>
/// <param name="DownloadsFile">Whether the customer client is a file there.</param>
public sealed record CustomerSystem(string Name, bool DownloadsFile)
{
    public static readonly CustomerSystem Windows = new("Windows", DownloadsFile: true);
    public static readonly CustomerSystem Mac = new("macOS", DownloadsFile: true);
    public static readonly CustomerSystem Linux = new("Linux", DownloadsFile: true);
    public static readonly CustomerSystem Phone = new("phone", DownloadsFile: false);
    public static readonly CustomerSystem Other = new("other", DownloadsFile: true);

    /// <param name="userAgent">The browser's <c>User-Agent</c>; a hint, never more.</param>
    public static CustomerSystem From(string userAgent) =>
        Connector.Phone.Is(userAgent) ? Phone
        : Names(userAgent, "Windows") ? Windows
        : Names(userAgent, "Macintosh") ? Mac
        : Names(userAgent, "Linux") || Names(userAgent, "X11") ? Linux
        : Other;

    private static bool Names(string userAgent, string system) => userAgent.Contains(system, StringComparison.OrdinalIgnoreCase);
}
