using System.Net;

namespace PortalProxy.SimulatedAppliance.Connector;

/// <summary>The appliance's own pages, as plain as those of its time, under the name of the public site that was asked.</summary>
internal static class VendorPages
{
    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>What the command API's address shows to an account without rights.</summary>
    public const string DocumentNotFound = """
        <!DOCTYPE html>
        <html lang="en">
        <head><title>Document Not Found</title></head>
        <body>
        <h1>Document Not Found</h1>
        <p>The document you requested could not be found.</p>
        </body>
        </html>

        """;

    public static string Refusal(string site) => Page(site, """
        <p class="error">The session could not be started. The session key is invalid or has expired, or the representative is no longer available.</p>
        <p><a href="/">Return to the support portal</a></p>
        """);

    public static string PublicSite(string site) => Page(site, """
        <p>This is the public site of a simulated appliance. <a href="/simulated">Control page</a></p>
        """);

    public static string HandOff(string site) => Page(site, """
        <p>To start your session on this phone, install the app, open it, and enter the session key there.</p>
        <p><a href="https://apps.example.com/support-client">Get the app</a></p>
        """);

    private static string Page(string site, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><title>{WebUtility.HtmlEncode(site)}</title></head>
        <body>
        <h1>{WebUtility.HtmlEncode(site)}</h1>
        {body}
        </body>
        </html>

        """;
}
