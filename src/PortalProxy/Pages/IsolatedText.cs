using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace PortalProxy.Pages;

/// <summary>Texts with names in them as HTML, each name in a direction of its own: an Arabic sentence may hold a Swedish one.</summary>
public static class IsolatedText
{
    /// <summary>Encodes what HTML means something by, and no letter: ASP.NET would write every letter beyond ASCII as a numeric reference.</summary>
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="texts">The page's texts.</param>
    /// <param name="name">Which one; it is encoded, so a text never holds HTML.</param>
    /// <param name="values">What stands in its places: HTML as it is, all other values encoded, within <c>bdi</c>.</param>
    public static IHtmlContent Html(this IStringLocalizer texts, string name, params object[] values) => new HtmlString(string.Format(
        CultureInfo.CurrentCulture, Encoder.Encode(texts[name]), [.. values.Select(Isolate)]));

    private static object Isolate(object value) => value is HtmlString ? value : $"<bdi>{Encoder.Encode($"{value}")}</bdi>";
}
