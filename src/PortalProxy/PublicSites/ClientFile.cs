using PortalProxy.Settings;

namespace PortalProxy.PublicSites;

/// <summary>What customers are to recognise the customer client by before they open it.</summary>
/// <param name="Name">How the file's name begins; what follows differs from session to session.</param>
/// <param name="Publisher">Who signed it, as the customer's system names them.</param>
public sealed record ClientFile(string Name, string Publisher)
{
    public static ClientFile Read(SettingReader portal) => new(
        portal.Text("FileName") ?? "bomgar-scc",
        portal.Text("Publisher") ?? "BeyondTrust Corporation");
}
