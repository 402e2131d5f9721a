using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// The look at the appliance's answer before a byte is passed on. No vendor text describes a refusal; what is known is that a
/// client is 200, names a file, and is not HTML. Everything else the portal words itself.
/// </summary>
internal static partial class ApplianceAnswer
{
    /// <returns>
    /// <see cref="ConnectorOutcome.HandedOver"/> for a client, <see cref="ConnectorOutcome.Refused"/> for a page with status 200,
    /// else <see cref="ConnectorOutcome.ApplianceFailed"/>.
    /// </returns>
    public static ConnectorOutcome Judge(HttpResponseMessage answer)
    {
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return ConnectorOutcome.ApplianceFailed;
        }

        if (IsPage(answer))
        {
            return ConnectorOutcome.Refused;
        }

        return FileNameOf(answer) is not null && !HasUnclearLength(answer) ? ConnectorOutcome.HandedOver : ConnectorOutcome.ApplianceFailed;
    }

    /// <summary>
    /// A length that is no number, or several that differ: nobody can tell where the client ends (RFC 9112, section 6.3). Chunks
    /// override whatever stands there.
    /// </summary>
    internal static bool HasUnclearLength(HttpResponseMessage answer) =>
        answer.Headers.TransferEncodingChunked != true
        && answer.Content.Headers.NonValidated.TryGetValues("Content-Length", out var lengths)
        && (lengths.Distinct(StringComparer.Ordinal).Count() > 1
            || !long.TryParse(lengths.First(), NumberStyles.None, CultureInfo.InvariantCulture, out _));

    internal static bool IsPage(HttpResponseMessage answer) =>
        Raw(answer, "Content-Type").AsSpan().TrimStart() is var type
        && (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("application/xhtml+xml", StringComparison.OrdinalIgnoreCase));

    // The appliance's own spelling may be one that .NET's parser refuses: unquoted, or with bytes that are not ASCII.
    internal static string? FileNameOf(HttpResponseMessage answer) =>
        FileName().Match(Raw(answer, "Content-Disposition")) is { Success: true } match ? match.Groups["name"].Value : null;

    private static string Raw(HttpResponseMessage answer, string header) =>
        answer.Content.Headers.NonValidated.TryGetValues(header, out var values) ? string.Join(", ", values) : "";

    [GeneratedRegex(@"(?:^|;)\s*filename\*?\s*=\s*(?:""(?<name>[^""]+)|(?<name>[^\s"";]+))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
