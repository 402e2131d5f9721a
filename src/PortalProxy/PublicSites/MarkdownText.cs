using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PortalProxy.PublicSites;

/// <summary>
/// An administrator's text as HTML: paragraphs, lists, emphasis and links of CommonMark, and nothing else. What is not on the list
/// of allowed pieces is a mistake of the settings, never silently dropped.
/// </summary>
public static class MarkdownText
{
    public const string Mend = "Write paragraphs, lists, *emphasis*, **strong** and [links](https://…) to https, mailto or tel addresses.";

    // Raw HTML is read as plain text.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <returns>False where the text holds a piece that is not allowed.</returns>
    public static bool TryRender(string text, out string html)
    {
        html = "";
        if (Parse(text) is not { } document)
        {
            return false;
        }

        var pieces = document.Descendants().ToList();
        if (!pieces.All(IsAllowed))
        {
            return false;
        }

        foreach (var link in pieces.OfType<LinkInline>())
        {
            // A link must not take the portal's place, least of all in a frame.
            link.GetAttributes().AddProperty("target", "_blank");
            link.GetAttributes().AddProperty("rel", "noopener");
        }

        html = document.ToHtml(Pipeline).Trim();
        return true;
    }

    /// <summary>Without the paragraph around it, for a label.</summary>
    public static bool TryRenderLine(string text, out string html)
    {
        if (!TryRender(text, out html) || Parse(text) is not [ParagraphBlock])
        {
            return false;
        }

        html = html["<p>".Length..^"</p>".Length];
        return true;
    }

    /// <returns>Null where pieces stand within each other more deeply than anybody writes.</returns>
    private static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsAllowed(MarkdownObject piece) => piece switch
    {
        ParagraphBlock or ListBlock or ListItemBlock => true,
        LiteralInline or EmphasisInline or LineBreakInline or HtmlEntityInline => true,
        LinkInline link => !link.IsImage && IsAddress(link.Url),
        _ => false,
    };

    private static bool IsAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "mailto" or "tel";
}
