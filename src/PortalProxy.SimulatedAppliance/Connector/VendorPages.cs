namespace PortalProxy.SimulatedAppliance.Connector;

/// <summary>The appliance's own pages, as plain as those of its time. A portal never shows them.</summary>
internal static class VendorPages
{
    public const string ContentType = "text/html; charset=utf-8";

    public const string Refusal = """
        <!DOCTYPE html>
        <html lang="en">
        <head><title>Support Portal</title></head>
        <body>
        <h1>Support Portal</h1>
        <p class="error">The session could not be started. The session key is invalid or has expired, or the representative is no longer available.</p>
        <p><a href="/">Return to the support portal</a></p>
        </body>
        </html>

        """;

    public const string PublicSite = """
        <!DOCTYPE html>
        <html lang="en">
        <head><title>Support Portal</title></head>
        <body>
        <h1>Support Portal</h1>
        <p>This is the public site of a simulated appliance. <a href="/simulated">Control page</a></p>
        </body>
        </html>

        """;
}
