namespace PortalProxy.Pages.Start;

/// <summary>What to do with the downloaded file on the customer's system, as far as the browser tells which it is.</summary>
public sealed record CustomerSystem(string Name, IReadOnlyList<string> Steps, bool DownloadsFile)
{
    private static readonly CustomerSystem Windows = new("Windows",
    [
        "Open the downloaded file. It is in your browser's list of downloads; its name ends with .exe.",
        "If Windows asks whether the app may run or make changes, choose Run or Yes.",
        "A small window opens. Stay there: the person who helps you writes to you in it.",
    ],
    DownloadsFile: true);

    private static readonly CustomerSystem Mac = new("Mac",
    [
        "Open the downloaded file. It is in your Downloads folder.",
        "Double-click the icon in the window that opens, and choose Open if your Mac asks.",
        "A small window opens. Stay there: the person who helps you writes to you in it.",
    ],
    DownloadsFile: true);

    private static readonly CustomerSystem Phone = new("phone or tablet",
    [
        "Install the support app, if you do not have it yet.",
        "Open the app. Enter the site name and the session key that stand on this page.",
        "Stay in the app: the person who helps you writes to you there.",
    ],
    DownloadsFile: false);

    private static readonly CustomerSystem Other = new("computer",
    [
        "Open the downloaded file. It is in your browser's list of downloads.",
        "If your system asks whether the file may run, allow it.",
        "A small window opens. Stay there: the person who helps you writes to you in it.",
    ],
    DownloadsFile: true);

    /// <summary>What a tablet needs that calls itself a Mac.</summary>
    public static CustomerSystem Tablet => Phone;

    /// <param name="userAgent">The browser's <c>User-Agent</c>; a hint, never more.</param>
    public static CustomerSystem From(string userAgent) =>
        Connector.Phone.Is(userAgent) ? Phone
        : Names(userAgent, "Windows") ? Windows
        : Names(userAgent, "Macintosh") ? Mac
        : Other;

    private static bool Names(string userAgent, string system) => userAgent.Contains(system, StringComparison.OrdinalIgnoreCase);
}
