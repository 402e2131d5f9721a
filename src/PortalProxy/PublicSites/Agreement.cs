using PortalProxy.Languages;
using PortalProxy.Settings;

namespace PortalProxy.PublicSites;

/// <summary>What a customer must agree to before the start (<c>Portal:Agreement</c>), as one line of HTML, rendered and safe.</summary>
public sealed record Agreement(TextByLanguage Html)
{
    private const string Mend = "Write one paragraph with *emphasis*, **strong** and [links](https://…) to https, mailto or tel addresses.";

    /// <returns>Null where the site asks for none.</returns>
    public static Agreement? Read(SettingReader portal, Language first)
    {
        if (portal.Text("Agreement") is not null)
        {
            return new(MarkdownByLanguage.Read(portal, "Agreement", "Agreements", first, MarkdownText.TryRenderLine, Mend));
        }

        if (portal.Texts("Agreements").Count > 0)
        {
            portal.Mistake("Agreement", "is missing, though Agreements is there", $"Write the agreement in the site's first language: {first.Name}.");
        }

        return null;
    }
}
