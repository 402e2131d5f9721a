using System.Net;
using System.Text;

namespace PortalProxy.Check.Client;

/// <summary>
/// What a person reads of a page: no tags, no scripts, no attributes. One pass from left to right, so that a page made to be
/// slow costs no more than another.
/// </summary>
internal static class PageText
{
    private static readonly (string Opening, string Closing)[] Unread = [("<script", "</script"), ("<style", "</style"), ("<!--", "-->")];

    public static string Of(string html)
    {
        var text = new StringBuilder();
        for (var at = 0; at < html.Length;)
        {
            var tag = html.IndexOf('<', at);
            text.Append(html, at, (tag < 0 ? html.Length : tag) - at).Append(' ');
            at = tag < 0 ? html.Length : EndOf(html, tag);
        }

        return string.Join(' ', WebUtility.HtmlDecode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static int EndOf(string html, int tag)
    {
        var at = tag;
        foreach (var (opening, closing) in Unread)
        {
            if (html.AsSpan(tag).StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                at = html.IndexOf(closing, tag + opening.Length, StringComparison.OrdinalIgnoreCase);
            }
        }

        var end = at < 0 ? -1 : html.IndexOf('>', at);
        return end < 0 ? html.Length : end + 1;
    }
}
