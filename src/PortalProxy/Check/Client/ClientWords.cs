using PortalProxy.Appliance;
using System.Globalization;

namespace PortalProxy.Check.Client;

/// <summary>An answer as people and machines may see it: values only of headers that can't hold a secret, everything cleaned.</summary>
internal sealed class ClientWords(Redaction redaction)
{
    private const int LongestText = 300;

    private static readonly string[] Shown =
    [
        "Content-Type", "Content-Length", "Content-Encoding", "Content-Disposition", "Content-Language", "Transfer-Encoding", "Accept-Ranges",
        "Last-Modified", "Date", "Server", "Cache-Control", "Expires", "Vary", "Connection", "Allow", "Strict-Transport-Security",
    ];

    /// <summary>Status, type, length, and the file's name or the page's text, in one line.</summary>
    public string Describe(ClientAnswer answer)
    {
        if (answer.Status is null)
        {
            return redaction.Clean(answer.Cause ?? "");
        }

        var parts = new List<string> { answer.Status.Value.ToString(CultureInfo.InvariantCulture) };
        parts.AddRange(answer.Header("Content-Type") is { } type ? [redaction.Clean(type)] : []);
        parts.AddRange(answer.Length is { } length ? [$"{length} bytes"] : []);
        parts.Add(answer.IsClient ? $"client {NameOf(answer)}" : "no client");
        parts.AddRange(answer.Followed > 0 ? [$"after {answer.Followed} redirects to itself"] : []);
        parts.AddRange(answer.Redirect is not null ? [$"redirects to {TargetOf(answer)}"] : []);
        return string.Join(", ", parts);
    }

    public IReadOnlyDictionary<string, object?> Facts(ClientAnswer answer) => new Dictionary<string, object?>
    {
        ["status"] = answer.Status,
        ["isClient"] = answer.IsClient,
        ["length"] = answer.Length,
        ["bytesRead"] = answer.BytesRead,
        ["brokenOffByTheCheck"] = answer.IsBrokenOff,
        ["fileName"] = answer.FileName is null ? null : NameOf(answer),
        ["redirect"] = TargetOf(answer),
        ["headers"] = HeadersOf(answer).ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase),
        ["pageText"] = TextOf(answer),
    };

    /// <summary>The headers and the page's text, a line each.</summary>
    public IReadOnlyList<string> Lines(ClientAnswer answer) =>
    [
        .. HeadersOf(answer).Select(header => $"{header.Name}: {header.Value}"),
        .. TextOf(answer) is { } text ? [$"Text of the page: \"{text}\""] : Array.Empty<string>(),
    ];

    private string? NameOf(ClientAnswer answer) => answer.FileName is { } name ? redaction.Clean(name) : null;

    // A query holds what was asked for, and at an identity provider worse.
    private string? TargetOf(ClientAnswer answer) => answer.Redirect is { } target
        ? redaction.Clean(target.GetLeftPart(UriPartial.Path)) + (target.Query.Length > 1 ? "?…" : "")
        : null;

    private IEnumerable<(string Name, string Value)> HeadersOf(ClientAnswer answer) => answer.Headers
        .Select(header => (
            redaction.Clean(header.Name),
            Shown.Contains(header.Name, StringComparer.OrdinalIgnoreCase) ? redaction.Clean(header.Value) : "(not shown)"));

    private string? TextOf(ClientAnswer answer)
    {
        if (!answer.IsPage)
        {
            return null;
        }

        var text = redaction.Clean(PageText.Of(answer.Page));
        return text.Length <= LongestText ? text : text[..LongestText] + "…";
    }
}
