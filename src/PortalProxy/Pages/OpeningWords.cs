using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace PortalProxy.Pages;

/// <summary>A moment to come in the site's zone, as customers say it; a script says it anew in the zone of the customer.</summary>
public static class OpeningWords
{
    /// <returns><c>today, 08:00</c>; <c>tomorrow, 08:00</c>; <c>Monday, December 28, 08:00</c>: day and time as the language writes them.</returns>
    public static string Of(DateTimeOffset moment, DateTimeOffset now, TimeZoneInfo zone, IStringLocalizer texts)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var culture = CultureInfo.CurrentCulture;
        var day = (local.Date - TimeZoneInfo.ConvertTime(now, zone).Date).Days switch
        {
            0 => texts["Today"].Value,
            1 => texts["Tomorrow"].Value,
            _ => $"{local.ToString("dddd", culture)}, {local.ToString("M", culture)}",
        };
        return $"{day}, {local.ToString("t", culture)}";
    }

    public static IHtmlContent Html(DateTimeOffset moment, DateTimeOffset now, TimeZoneInfo zone, IStringLocalizer texts) => new HtmlString(
        $"<time datetime=\"{moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\">"
        + $"{IsolatedText.Encoder.Encode(Of(moment, now, zone, texts))}</time>");
}
