using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PortalProxy.SimulatedAppliance.Wire;

/// <summary>Makes a <see cref="RecordedRequest"/> out of the bytes of a connection. Must run first in the pipeline.</summary>
internal static class RequestReader
{
    public static async Task<RecordedRequest> ReadAsync(HttpContext http, DateTimeOffset now)
    {
        var wire = http.Features.GetRequiredFeature<WireReader>();
        var head = wire.Take().TrimStart('\r', '\n').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var target = head[0].Split(' ')[1];

        var body = await ReadBodyAsync(http);
        _ = wire.Take(); // The body's bytes would stand before the head of the connection's next request.

        var parameters = new List<RecordedParameter>();
        var readable = UrlEncoded.TryRead(target.Split('?', 2) is [_, var query] ? query : "", parameters);
        if (body.Length > 0)
            readable &= IsUrlEncoded(http.Request.ContentType) && UrlEncoded.TryRead(Encoding.Latin1.GetString(body), parameters);

        return new RecordedRequest(http.Request.Method, target, [.. head.Skip(1).Select(Header)], Encoding.UTF8.GetString(body), parameters)
        {
            ReceivedAt = now,
            Readable = readable,
        };
    }

    private static RecordedHeader Header(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return new RecordedHeader(line[..colon], line[(colon + 1)..].Trim());
    }

    private static async Task<byte[]> ReadBodyAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }

    private static bool IsUrlEncoded(string? contentType) =>
        "application/x-www-form-urlencoded".Equals(contentType?.Split(';')[0].Trim(), StringComparison.OrdinalIgnoreCase);
}
