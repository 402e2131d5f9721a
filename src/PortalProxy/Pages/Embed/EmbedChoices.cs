using System.Text.Encodings.Web;

namespace PortalProxy.Pages.Embed;

/// <summary>What a web author chose on <c>/embed</c>; what is empty stays out of the snippet.</summary>
public sealed record EmbedChoices(string Way, string Language, string Theme, string Accent, string Title)
{
    public static EmbedChoices Of(IQueryCollection query) => new(
        query["way"] is [{ Length: > 0 } way] ? way : "all", $"{query["language"]}", $"{query["theme"]}", $"{query["accent"]}", $"{query["title"]}");

    /// <summary>The one line that a web author copies.</summary>
    /// <param name="portal">Scheme, host and port of this portal.</param>
    public string Snippet(string portal)
    {
        (string Name, string Value)[] attributes =
            [("way", Way), ("lang", Language), ("theme", Theme), ("accent", Accent), ("title", Title)];
        var chosen = attributes.Where(one => one.Value.Length > 0)
            .Select(one => $" data-{one.Name}=\"{HtmlEncoder.Default.Encode(one.Value)}\"");
        return $"<script async src=\"{portal}{EmbedLoader.Path}\"{string.Concat(chosen)}></script>";
    }
}
